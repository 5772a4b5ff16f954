import { translated } from '@/locales/translation'
// 《电子商务法》第十条、第十五条
export const licenceWords = translated('licenceWords', {
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
} as const)
