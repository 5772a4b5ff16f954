import { documentNames } from '../parts/document-names'
import { translated } from '../translation'

/** The agreement, the rules and the privacy policy of the installation. */
export const documentWords = translated('documentWords', {
  title: '协议和规则',
  names: documentNames,
  lead: '开店、下单照现在这一版。要改，至少提前七天写在这里，影响大的提前十五天。',
  inForce: (since?: string) => (since ? `${since}起用这一版` : '一直用的这一版'),
  coming: (day: string) => `${day}起要改，看看改了什么`,
  versions: '哪一版',
  version: (version: number, since?: string) => (since ? `${since}起` : `第 ${version} 版`),
  changes: '改了什么',
  opinion: (contact: string) => `有意见，在那天之前告诉我们：${contact}。`,
  refuse: '不同意，可以在那天之前关店，或者在“隐私说明”里删掉自己的数据；已经下的单照旧办完。',
  read: '知道了',
  reading: '正在记下……',
} as const)
