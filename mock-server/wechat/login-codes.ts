/** Login codes like WeChat's: each names one user of one app, works once and expires after five minutes. */
export class LoginCodes {
  private readonly used = new Set<string>()
  /** When each openid signed in last, in epoch ms. */
  private readonly signedIn = new Map<string, number>()

  constructor(private readonly now: () => number) {}

  /** Issues a code for a user, for the first app of the simulator unless `appid` names another one. */
  issue(person: string, appid = ''): string {
    return `sim.${person}.${appid}.${this.now()}.${Math.random().toString(36).slice(2, 10)}`
  }

  /** Returns the user of a code within an app, or WeChat's error. */
  redeem(
    code: string,
    { appid, isFirst }: { appid: string; isFirst: boolean },
  ): { openid: string } | { errcode: number; errmsg: string } {
    const [mark, person, issuedFor, issuedAt] = code.split('.')
    const isForApp = issuedFor === '' ? isFirst : issuedFor === appid
    if (mark !== 'sim' || !person || !issuedAt || !isForApp) return { errcode: 40029, errmsg: 'invalid code' }
    if (this.now() - Number(issuedAt) > 300_000) return { errcode: 40029, errmsg: 'invalid code' }
    if (this.used.has(code)) return { errcode: 40163, errmsg: 'code been used' }
    this.used.add(code)
    // each app knows a person by another openid
    const openid = isFirst ? `o-${person}` : `o-${person}-${appid}`
    this.signedIn.set(openid, this.now())
    return { openid }
  }

  /** True for a person who has signed in within two hours. */
  wasActive(openid: string): boolean {
    return this.now() - (this.signedIn.get(openid) ?? Number.NEGATIVE_INFINITY) <= 2 * 3_600_000
  }
}
