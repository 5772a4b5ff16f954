/** Login codes as WeChat makes them: each names one person, works once and for five minutes. */
export class LoginCodes {
  private readonly used = new Set<string>()

  constructor(private readonly now: () => number) {}

  /** A code that `redeem` will take for this person. */
  issue(person: string): string {
    return `sim.${person}.${this.now()}.${Math.random().toString(36).slice(2, 10)}`
  }

  /** The person a code names, or why WeChat would refuse it. */
  redeem(code: string): { openid: string } | { errcode: number; errmsg: string } {
    const [mark, person, issued] = code.split('.')
    if (mark !== 'sim' || !person || !issued) return { errcode: 40029, errmsg: 'invalid code' }
    if (this.now() - Number(issued) > 300_000) return { errcode: 40029, errmsg: 'invalid code' }
    if (this.used.has(code)) return { errcode: 40163, errmsg: 'code been used' }
    this.used.add(code)
    return { openid: `o-${person}` }
  }
}
