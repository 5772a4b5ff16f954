// Preloaded by `node --require`: shifts the wall clock by the milliseconds in the file KZ_CLOCK, read on every call.
// Monotonic clocks (`performance.now`, timers) are unchanged.
const { readFileSync } = require('node:fs')

const file = process.env.KZ_CLOCK
const realNow = Date.now

const offset = () => {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return 0
  }
}

class ShiftedDate extends Date {
  constructor(...args) {
    if (args.length === 0) super(ShiftedDate.now())
    else super(...args)
  }

  static now() {
    return realNow() + offset()
  }
}

globalThis.Date = ShiftedDate
