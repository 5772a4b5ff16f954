import { settings, shortText } from '../../setting-schemas'

export const schema = settings({
  title: shortText,
  /** The owner's WeChat id for buyers to copy; empty for none. */
  wechat: shortText,
})
