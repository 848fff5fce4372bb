error-label = Fehler
cause-label = Ursache
hint-label = Tipp
hint = Tipp: { $sentence }
warning = Warnung: { $sentence }
done-all-the-same = Vorgang { $operation } ist trotzdem ausgeführt; `rollcall history` zeigt ihn
