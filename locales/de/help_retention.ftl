### Hilfe zu `rollcall retention`.

retention = Zeigen, was länger aufbewahrt wird als vorgesehen, und es löschen
retention-more =
    Jede Veranstaltung sagt, wie lange ihre Daten nach ihrem Ende aufbewahrt werden (`rollcall event edit --keep`), sonst die
    Datei (--default). Zuerst werden Zeiten und die Namen in Protokollen gelöscht, während die Teilnahmen bleiben; dann
    Personen, die keine andere Veranstaltung hält; dann alles außer dem Programm und Zahlen. Ohne --apply wird nichts
    geändert. Personen, deren Daten eingeschränkt sind, und solche ohne Veranstaltung sind nicht fällig.
retention-examples =
    rollcall retention                                          was fällig ist
    rollcall retention --default times=3months,people=12months
    rollcall retention --basis 'Art. 6 (1) (b)'
    rollcall retention --apply --dry-run
    rollcall retention --apply --yes --mentions remove
retention-apply = Fälliges löschen; das lässt sich nicht zurücknehmen
retention-yes = Nicht fragen
retention-mentions = Was mit Texten zu anderen geschieht, die fällige Personen nennen: den Namen behalten oder entfernen [Vorgabe: wird gefragt]
retention-basis = Auf welcher Rechtsgrundlage Sie die Daten verwenden, für `rollcall report data`: in Ihren Worten; leer, um sie zu entfernen
retention-default = Wie lange Daten aufbewahrt werden, wenn eine Veranstaltung nichts anderes sagt: times=3months,people=12months,all=5years oder `forever`
