import { translated } from './translation'
/** What people read while the server upgrades its database. */
export const migratingWords = translated('migratingWords', {
  title: '店里的机器正在升级',
  text: '过几分钟就好，这一页会自己再打开。',
} as const)
