import type { InspectablePhone } from '../phone/phone'
import type { DemoShop } from './demo-server'

/** Handles each screen, by a screenshot or an audit; `whole` asks for the full length of a page. */
export type ScreenHandler = (phone: InspectablePhone, name: string, whole: boolean) => Promise<void>

interface WalkOptions {
  /** Origin of the demo server. */
  origin: string
  /** Folder of its database, for the operator's commands. */
  dataDir: string
  /** The demo shops with their current keys. */
  shops(): DemoShop[]
  /** The code that makes an account a trainer. */
  trainerCode(): string
  /** Creates a phone of a new user. */
  phone(): Promise<InspectablePhone>
  handleScreen: ScreenHandler
}

/** Provides shops, phones and the screen handler to the parts. */
export class ScreenWalk {
  constructor(private readonly parts: WalkOptions) {}

  /** Returns the demo shop whose name contains the text. */
  shop(part: string): DemoShop {
    const found = this.parts.shops().find(({ name }) => name.includes(part))
    if (!found) throw new Error(`no demo shop is called ${part}`)
    return found
  }

  get origin(): string {
    return this.parts.origin
  }

  get dataDir(): string {
    return this.parts.dataDir
  }

  phone(): Promise<InspectablePhone> {
    return this.parts.phone()
  }

  /** Creates the phone of a trainer. The code works once for each reset of the demo world. */
  async trainer(): Promise<InspectablePhone> {
    const phone = await this.parts.phone()
    await phone.request('POST', '/api/me/roles', { code: this.parts.trainerCode() })
    return phone
  }

  /** Passes a screen to the handler, after a tap on `tap`, once it shows the text `see`. */
  async take(phone: InspectablePhone, name: string, { tap = '', see = '', whole = false } = {}) {
    if (tap) await phone.tap(tap)
    if (see) await phone.see(see)
    await this.parts.handleScreen(phone, name, whole)
  }
}
