// Replaces Taro's location, history and URL: a mini-program has no URLs, and no page of a compiled app uses them.
class Nowhere {
  trigger() {}
  on() {}
  off() {}
}

class NoAddress {
  constructor() {
    throw new Error('a mini-program of one shop is built without URL and URLSearchParams')
  }
}

const noAddress = () => new NoAddress()

export {
  NoAddress as TaroURLProvider,
  NoAddress as URLSearchParams,
  Nowhere as History,
  Nowhere as Location,
  noAddress as parseUrl,
}
