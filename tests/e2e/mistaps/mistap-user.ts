import { consentWords } from '@/locales/person/consent'
import { restoreWords } from '@/locales/shop/key'
import { lookQuestionWords, productQuestionWords as product, wizardWords } from '@/locales/shop/wizard'
import { WAIT_TIMEOUT_MS } from '../../support/wait-timeout'
import type { InspectablePhone } from '../phone/phone'
import { tapAt } from '../phone/tap-at'
import { nextAction, questionIn } from './next-action'
import { type Control, findControl, readScreen, type ScreenState } from './screen-state'
import type { SeededRandom } from './seeded-random'
import type { ShopPlan } from './shop-plan'
import type { UserAction } from './user-action'
import { UserMemory } from './user-memory'

const ONE_WRONG_IN = 5
const MOST_STEPS = 400

/** Confirmations are deliberate and never mistapped. */
const CONFIRMATIONS: readonly string[] = [wizardWords.restartYes, lookQuestionWords.openYes]
const OPENS_CAMERA: readonly string[] = [product.camera, product.album, restoreWords.album]

export interface MistapReport {
  /** All actions, for the report of a failed run. */
  log: string[]
  mistaps: string[]
  memory: UserMemory
}

/**
 * A simulated user who mistaps one tap in five and recovers by what is on screen. Resolves once the shop is open;
 * throws after too many steps.
 */
export class MistapUser {
  private readonly report: MistapReport
  private readonly isMistap: () => boolean

  constructor(
    private readonly phone: InspectablePhone,
    private readonly dice: SeededRandom,
    private readonly plan: ShopPlan,
    private readonly picture: Buffer,
  ) {
    this.isMistap = dice.oneIn(ONE_WRONG_IN)
    this.report = { log: [], mistaps: [], memory: new UserMemory(plan.firstGood) }
  }

  async openShop(): Promise<MistapReport> {
    for (let step = 0; step < MOST_STEPS; step++) {
      const screen = await readScreen(this.phone.page)
      const action = nextAction(screen, this.plan, this.report.memory)
      if (action.do === 'nothing more') return this.report
      if (action.do === 'wait') this.logWait(screen)
      else if (this.isMistap()) await this.mistap(screen, action)
      else await this.act(screen, action)
    }
    throw new Error(`trapped:\n${this.report.log.join('\n')}\nThe screen says:\n${await this.phone.text()}`)
  }

  private logWait({ text }: ScreenState) {
    const { log } = this.report
    const line = `waits: ${text.replace(/\s+/g, ' ')}`
    if (log.at(-1) !== line) log.push(line)
  }

  private async act(screen: ScreenState, action: UserAction) {
    const { log, memory } = this.report
    if (action.do === 'wait' || action.do === 'nothing more') return
    log.push(`${action.do} ${action.name}`)
    if (action.do === 'type') {
      memory.typed.push(action.name)
      await this.phone.type(action.name, action.text)
      return
    }
    const thing = findControl(screen, action.name)
    if (!thing)
      throw new Error(`"${action.name}" is not on the screen:\n${log.join('\n')}\nIt says:\n${screen.text}`)
    if (action.do === 'photograph') await this.takePhoto(thing)
    else await this.touch(thing)
  }

  /** Taps another control than the intended one, or the browser's back button. */
  private async mistap(screen: ScreenState, action: UserAction) {
    const target = 'name' in action ? action.name : ''
    const others = screen.controls.filter(({ name }) => name !== target && !CONFIRMATIONS.includes(name))
    const question = questionIn(screen)
    const back = this.phone.kind === 'h5' && question ? ['back' as const] : []
    const options = [...others, ...back]
    if (options.length === 0) return
    const hit = this.dice.pick(options)
    const what = `${question ?? 'elsewhere'}: ${hit === 'back' ? "the browser's back" : hit.name}`
    this.report.mistaps.push(what)
    this.report.log.push(`  WRONG ${what}`)
    if (hit === 'back') await this.phone.page.goBack()
    else await this.touch(hit)
    if (question) this.report.memory.invalidate(question)
  }

  private async touch({ name, at, off }: Control) {
    const chooser =
      this.phone.kind === 'h5' && OPENS_CAMERA.includes(name) && !off
        ? this.phone.page.waitForEvent('filechooser')
        : null
    await tapAt(this.phone.page, at)
    await chooser
  }

  private async takePhoto(thing: Control) {
    await this.phone.setNextPhoto(this.picture)
    await this.touch(thing)
    const end = Date.now() + WAIT_TIMEOUT_MS
    let screen = await readScreen(this.phone.page)
    while (screen.sheet === product.photoSheet && Date.now() < end) screen = await readScreen(this.phone.page)
    await this.phone.setNextPhoto(null)
    if (screen.sheet !== consentWords.title && findControl(screen, product.again))
      this.report.memory.photos += 1
  }
}
