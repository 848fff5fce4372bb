### Taking an operation back.

# Its summary in the list of operations; `removed` and `restored` count rows.
took-back = took back operation { $operation } ({ $command }): { $removed } removed, { $restored } restored
