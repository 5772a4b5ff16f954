import { failureWords } from '../failure'
import { translated } from '../translation'

/** What people read who open a link to an exported shop that cannot be downloaded now. */
const words: Partial<Record<string, string>> = {
  'not-found': '这个链接过期了。回店里再打一次包。',
  'too-many': '这个包下得太勤了，过一分钟再打开这个链接。',
  unavailable: '还在打包，过一会儿再打开这个链接。',
  'storage-full': '店里的机器地方不够，包没打成，请过一会儿再试。',
}

export const describeLinkFailure = translated(
  'describeLinkFailure',
  (code: string): string => words[code] ?? failureWords.internal,
)
