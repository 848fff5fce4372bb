nothing-to-drop = Es gibt nichts zu löschen
not-agreed = Dass frühere Zustände endgültig gelöscht werden, muss bestätigt werden
say-yes = Ergänzen Sie --yes; --dry-run zeigt, was danach nicht mehr zurückgenommen werden kann
really =
    { $states ->
        [one] { $states } früheren Zustand endgültig löschen? Die genannten Vorgänge können danach nicht mehr zurückgenommen werden
       *[other] { $states } frühere Zustände endgültig löschen? Die genannten Vorgänge können danach nicht mehr zurückgenommen werden
    }
cannot-ask = Es kann nicht gefragt werden, ob fortgefahren werden soll
nothing-dropped = Nichts wurde gelöscht
dropped =
    { $states ->
        [one] { $states } früherer Zustand gelöscht
       *[other] { $states } frühere Zustände gelöscht
    }, bis Vorgang { $through }: { $operations ->
        [one] { $operations } Vorgang kann nicht mehr zurückgenommen werden
       *[other] { $operations } Vorgänge können nicht mehr zurückgenommen werden
    }
for-good = Das kann nicht zurückgenommen werden; was erfasst ist, bleibt, wie es ist
