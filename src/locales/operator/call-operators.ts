import { translated } from '../translation'

interface Waiting {
  appeals: number
  reports: number
  contents: number
  money: number
  jobs: number
}

/** What the operators read in their chat group. */
export const callOperatorsWords = translated('callOperatorsWords', {
  /** @param address of the console, where the server knows its own */
  text: ({ appeals, reports, contents, money, jobs }: Waiting, address: string | undefined) => {
    const parts = [
      appeals > 0 && `${appeals} 家封了的店说没问题`,
      reports > 0 && `${reports} 家店被举报`,
      contents > 0 && `${contents} 处内容等人看`,
      money > 0 && `${money} 笔钱要人管`,
      jobs > 0 && `${jobs} 个任务跑不下去`,
    ].filter(Boolean)
    return `值班台：${parts.join('，')}。${address ?? ''}`
  },
} as const)
