### Help of `rollcall retention`; the module `commands::help` says what the keys mean.

retention = List what is kept longer than it should be, and let go of it
retention-more =
    Each event says how long its data is kept after its end (`rollcall event edit --keep`), or the file does
    (--default). First go times and the names that logs recorded, while verdicts stay; then people whom no other event keeps;
    then everything but the programme and figures. Without --apply nothing is changed. People whose data is restricted, and those
    who take part in no event, are not due.
retention-examples =
    rollcall retention                                          what is due
    rollcall retention --default times=3months,people=12months
    rollcall retention --basis 'Art. 6 (1) (b)'
    rollcall retention --apply --dry-run
    rollcall retention --apply --yes --mentions remove
retention-apply = Let go of what is due; it cannot be undone
retention-yes = Do not ask
retention-mentions = What becomes of texts of others that name people who are due: keep or remove the name [default: asked]
retention-basis = On which legal basis you use the data, for `rollcall report data`: your own words; empty to take it away
retention-default = How long data is kept where an event does not say: times=3months,people=12months,all=5years, or `forever`
