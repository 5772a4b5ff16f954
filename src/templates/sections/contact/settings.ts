/** How to reach the shop. An empty title shows the section's own words. */
export type ContactSettings = {
  title: string
  /** The owner's WeChat id, to be copied; empty for none. */
  wechat: string
}

export const contactDefaults: ContactSettings = { title: '', wechat: '' }
