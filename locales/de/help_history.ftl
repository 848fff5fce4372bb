history = Auflisten, was getan wurde, Vorgang für Vorgang
history-examples =
    rollcall history             alle Vorgänge
    rollcall history show 7      was Vorgang 7 betraf

history-show = Zeigen, was ein Vorgang betraf
history-show-number = Die Nummer des Vorgangs
