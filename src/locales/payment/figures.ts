import type { WizardQuestion } from '@/domain/lesson/lesson'
import { durationWords } from '../parts/duration'
import { translated } from '../translation'

const share = (part: number) => `${Math.round(part * 100)}%`

/** The results of the lessons of a centre. */
export const figuresWords = translated('figuresWords', {
  title: '教得怎么样',
  empty: '还没有数',
  emptyText: '上过一堂课，这里就有数了。',
  year: '最近一年的课',
  learners: '来学的',
  opened: '开张的',
  median: '一半人不超过',
  ninetieth: '九成人不超过',
  earlyOrders: '一周内有单的店',
  people: (count: number) => `${count} 人`,
  peopleOf: (count: number, part: number) => `${count} 人（${share(part)}）`,
  shops: (count: number) => `${count} 家`,
  time: durationWords,
  fewerThan: (count: number) => `不到 ${count} 人，不显示`,
  /** The figures of these people would be given away by those of others. */
  hidden: (count: number) => `每堂课不到 ${count} 人，不显示`,
  /** A number that would say something about a few people. */
  recognizable: '会看出是谁，不显示',
  uncounted: (people: number, count: number) => `另有 ${people} 人的课不到 ${count} 人，没算进来`,
  /** A bar in words. */
  opening: (learners: number, opened: number) => `${learners} 人学，${opened} 人开张`,
  half: (ms: number) => `一半人 ${durationWords(ms)}`,
  stopsMost: (question: string) => `停得最多：${question}`,
  towns: '各镇',
  weeks: '每周',
  week: (day: string) => `${day}那周`,
  lessons: '每堂课',
  more: '再看一些',
  comparison: {
    title: '两堂课比一比',
    text: '没开张的人，停在哪一步。',
    now: '这堂课',
    before: '上一堂',
    none: '再上一堂五个人以上的课，就能比了。',
    newer: '看后一堂课',
    older: '看前一堂课',
    share,
    stopped: (count: number, part: number) => (count === 0 ? '没有人' : `${count} 人，${share(part)}`),
    everybody: '这堂课全班都开张了。',
    most: (question: string) => `停在「${question}」的最多，下回这一步讲慢些。`,
  },
  sheetText: '按镇、按周、按课的数都在表格里，电脑上用 Excel、WPS 打开。',
} as const)

/** The spreadsheet of these figures. */
export const figuresSheetWords = translated('figuresSheetWords', {
  file: (centre: string, day: string) => `kaizhang-${centre}-${day}.xlsx`,
  towns: '各镇',
  weeks: '每周',
  lessons: '每堂课',
  town: '服务站',
  week: '这周一',
  start: '开课时间',
  sum: '合计',
  tooFew: '人太少',
  columns: {
    learners: '来学的人',
    opened: '开张的人',
    median: '一半人不超过（秒）',
    ninetieth: '九成人不超过（秒）',
    earlyOrders: '一周内有单的店',
    trade: '停在行当',
    product: '停在第一件货',
    terms: '停在收钱送货',
    look: '停在选样子',
    uncounted: '没算的人（课不到 5 人）',
  } satisfies Record<
    WizardQuestion | 'learners' | 'uncounted' | 'opened' | 'median' | 'ninetieth' | 'earlyOrders',
    string
  >,
} as const)
