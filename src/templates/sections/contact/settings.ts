import type { SectionPlacement } from '../../section-placement'

/** Contact details of the shop. An empty title shows the section's default title. */
export type ContactSettings = {
  title: string
  /** The owner's WeChat id for buyers to copy; empty for none. */
  wechat: string
}

export const contactDefaults: ContactSettings = { title: '', wechat: '' }

export const placement: SectionPlacement = { loading: 'core', order: 8 }
