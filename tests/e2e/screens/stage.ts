import type { OpenPhone } from '../phone/phone'
import type { DemoShop } from './demo-world'

/** What is done with each screen as it is come by: it is photographed, or measured. `whole` asks for all of a long page. */
export type Look = (phone: OpenPhone, name: string, whole: boolean) => Promise<void>

interface StageParts {
  /** The demo shops and the keys that work now. */
  shops(): DemoShop[]
  /** A phone of somebody who was never here. */
  phone(): Promise<OpenPhone>
  look: Look
}

/** Where every screen is gone through: the demo world, its people, and whoever looks. */
export class Stage {
  constructor(private readonly parts: StageParts) {}

  /** The demo shop whose name holds these characters. */
  shop(part: string): DemoShop {
    const found = this.parts.shops().find(({ name }) => name.includes(part))
    if (!found) throw new Error(`no demo shop is called ${part}`)
    return found
  }

  phone(): Promise<OpenPhone> {
    return this.parts.phone()
  }

  /** Shows a screen to whoever looks. */
  async take(phone: OpenPhone, name: string, { whole = false } = {}) {
    await this.parts.look(phone, name, whole)
  }
}
