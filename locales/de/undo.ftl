took-back = Vorgang { $operation } ({ $command }) zurückgenommen: { $removed } entfernt, { $restored } wiederhergestellt
