import type { Day } from '@/domain/day'
import { dayWords } from './day'

/** Texts of the lazy sections, loaded together with them. */
export const lazySectionWords = {
  shelf: { all: (count: number) => `一共 ${count} 样`, right: '，往右还有' },
  arrivals: {
    title: '新上架',
    came: (day: Day, today: Day) => (day === today ? '今天新到' : `${dayWords(day)}上的`),
  },
  harvest: {
    title: (day: Day | '', today: Day) => (day === today ? '今天刚收的' : '新收的'),
    day: (day: Day) => `${dayWords(day)}收`,
    left: (stock: number | undefined, unit: string) =>
      stock === undefined ? '货够' : `还剩 ${stock} ${unit}`,
  },
  story: {
    title: '我们的故事',
    unfilled: '这里写几句自家的事：谁种的、怎么做的，再放几张干活的照片；也可以说给大家听',
  },
  wall: { title: '照片墙', unfilled: '这里放照片：地里、院里、干活的样子，最多 9 张' },
  origin: {
    title: '产地',
    season: (season: string) => `时令：${season}`,
    unfilled: '这里写是哪个村的、什么时候当季，也能放一张村里的照片',
  },
  hours: {
    title: '开门时间',
    closed: (day: Day) => `店里歇几天，${dayWords(day)}起再接单`,
    unfilled: '这里写几点开门、哪天歇',
  },
  // 《电子商务法》第十条、第十五条
  licence: {
    title: '经营资质',
    basis: {
      produce: '个人销售自产农副产品，依照《电子商务法》第十条，不需要办理市场主体登记',
      handicraft: '个人销售家庭手工业产品，依照《电子商务法》第十条，不需要办理市场主体登记',
      services:
        '个人利用自己的技能从事依法无须取得许可的便民劳务活动，依照《电子商务法》第十条，不需要办理市场主体登记',
      small: '个人从事零星小额交易活动，依照《电子商务法》第十条，不需要办理市场主体登记',
      licensed: '已办理市场主体登记',
    },
    holder: (holder: string) => `经营者：${holder}`,
    number: (number: string) => `统一社会信用代码：${number}`,
    unfilled: '这里放营业执照，或者写明为什么不用办；选一种就行',
  },
  rooms: {
    look: '看日子',
    lookLabel: (name: string) => `${name}，看日子`,
    full: '订满了',
    resting: '歇业中',
  },
  group: {
    title: '接龙',
    until: (day: Day, today: Day) => (day < today ? `${dayWords(day)}已截止` : `${dayWords(day)}截止`),
    over: '已截止',
  },
} as const
