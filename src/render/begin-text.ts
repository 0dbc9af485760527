/** How to begin, for those who have no books yet; it fits a small screen. */
export const beginText = `valhalla keeps what your household owes, and tells what is due, what was really
paid, and what went missing. There are no books here yet. Begin with one bill:

  valhalla add "rent 1850 monthly on the 1st"
  valhalla add "netflix 20.99 usd monthly on the 9th" --kind subscription
  valhalla init                 asks for currency, account and a first bill

Then, whenever you like:

  valhalla                      what is owed now
  valhalla confirm rent         it was paid
  valhalla schedule             what is overdue, and what comes in 30 days
  valhalla reconcile            what was due against what was paid

To look around first, in books of their own that go away again:

  valhalla demo

Nothing leaves your computer. Every change can be taken back: valhalla undo
Every command: valhalla --help`;
