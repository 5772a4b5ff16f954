import { restoreWords } from '@/locales/zh-CN/key'
import { consentWords } from '@/locales/zh-CN/privacy'
import { lookQuestionWords, productQuestionWords as product, wizardWords } from '@/locales/zh-CN/wizard'
import { PATIENCE } from '../../support/patience'
import type { OpenPhone } from '../phone/phone'
import { tapAt } from '../phone/tap-at'
import type { Dice } from './dice'
import { intend, questionIn } from './intend'
import type { Intent } from './intent'
import type { Meant } from './meant'
import { Memory } from './memory'
import { finds, lookAt, type Sight, type Thing } from './sight'

const ONE_WRONG_IN = 5
const MOST_STEPS = 400

/** Who is asked whether she is sure, and says so, has confirmed; that is no slip. */
const CONFIRMS: readonly string[] = [wizardWords.restartYes, lookQuestionWords.openYes]
const OPENS_CAMERA: readonly string[] = [product.camera, product.album, restoreWords.album]

export interface Told {
  /** All that she did, for whoever reads a failed run. */
  log: string[]
  wrong: string[]
  memory: Memory
}

/**
 * Somebody who opens a shop with a trembling thumb: of her taps one in five hits another thing on the screen. She finds
 * her way back by what she sees. Answers once the shop is open, and throws when she is trapped.
 */
export class TremblingPerson {
  private readonly told: Told
  private readonly slips: () => boolean

  constructor(
    private readonly phone: OpenPhone,
    private readonly dice: Dice,
    private readonly meant: Meant,
    private readonly picture: Buffer,
  ) {
    this.slips = dice.oneIn(ONE_WRONG_IN)
    this.told = { log: [], wrong: [], memory: new Memory(meant.firstGood) }
  }

  async openShop(): Promise<Told> {
    for (let step = 0; step < MOST_STEPS; step++) {
      const sight = await lookAt(this.phone.page)
      const intent = intend(sight, this.meant, this.told.memory)
      if (intent.do === 'nothing more') return this.told
      if (intent.do === 'wait') this.waits(sight)
      else if (this.slips()) await this.slip(sight, intent)
      else await this.act(sight, intent)
    }
    throw new Error(`trapped:\n${this.told.log.join('\n')}\nThe screen says:\n${await this.phone.text()}`)
  }

  private waits({ text }: Sight) {
    const { log } = this.told
    const said = `waits: ${text.replace(/\s+/g, ' ')}`
    if (log.at(-1) !== said) log.push(said)
  }

  private async act(sight: Sight, intent: Intent) {
    const { log, memory } = this.told
    if (intent.do === 'wait' || intent.do === 'nothing more') return
    log.push(`${intent.do} ${intent.name}`)
    if (intent.do === 'type') {
      memory.typed.push(intent.name)
      await this.phone.type(intent.name, intent.text)
      return
    }
    const thing = finds(sight, intent.name)
    if (!thing)
      throw new Error(`"${intent.name}" is not on the screen:\n${log.join('\n')}\nIt says:\n${sight.text}`)
    if (intent.do === 'photograph') await this.takePhoto(thing)
    else await this.touch(thing)
  }

  /** Another thing than the one she means, or the browser's own button. */
  private async slip(sight: Sight, intent: Intent) {
    const aim = 'name' in intent ? intent.name : ''
    const others = sight.things.filter(({ name }) => name !== aim && !CONFIRMS.includes(name))
    const question = questionIn(sight)
    const back = this.phone.kind === 'h5' && question ? ['back' as const] : []
    const options = [...others, ...back]
    if (options.length === 0) return
    const hit = this.dice.pick(options)
    const what = `${question ?? 'elsewhere'}: ${hit === 'back' ? "the browser's back" : hit.name}`
    this.told.wrong.push(what)
    this.told.log.push(`  WRONG ${what}`)
    if (hit === 'back') await this.phone.page.goBack()
    else await this.touch(hit)
    if (question) this.told.memory.mayBeWrong(question)
  }

  private async touch({ name, at, off }: Thing) {
    const chooser =
      this.phone.kind === 'h5' && OPENS_CAMERA.includes(name) && !off
        ? this.phone.page.waitForEvent('filechooser')
        : null
    await tapAt(this.phone.page, at)
    await chooser
  }

  private async takePhoto(thing: Thing) {
    await this.phone.willPhotograph(this.picture)
    await this.touch(thing)
    const end = Date.now() + PATIENCE
    let sight = await lookAt(this.phone.page)
    while (sight.sheet === product.photoSheet && Date.now() < end) sight = await lookAt(this.phone.page)
    await this.phone.willPhotograph(null)
    if (sight.sheet !== consentWords.title && finds(sight, product.again)) this.told.memory.photos += 1
  }
}
