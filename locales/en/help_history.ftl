### Help of `rollcall history`; the module `commands::help` says what the keys mean.

history = List what was done, operation by operation
history-examples =
    rollcall history             every operation
    rollcall history show 7      what operation 7 touched

history-show = Show what one operation touched
history-show-number = The operation's number
