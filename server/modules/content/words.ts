/** What words of the list are about; stored as the label of a verdict. */
export const wordTopics = [
  'gambling',
  'drugs',
  'weapons',
  'sex',
  'forgery',
  'wildlife',
  'fraud',
  'payment',
  'cure',
] as const
export type WordTopic = (typeof wordTopics)[number]

interface ListedWords {
  /** Words that no shop needs: a text with one is hidden. */
  risky: readonly string[]
  /** Words that also occur in honest texts (手枪腿, 象牙芒): an operator decides, and the text is shown until then. */
  doubtful: readonly string[]
}

/** The words by which texts are checked on this server. Operators add their own by `CONTENT_WORDS_FILE`. */
export const listedWords: Record<WordTopic, ListedWords> = {
  gambling: {
    risky: ['六合彩', '时时彩', '网络赌博', '赌博网', '网上赌场', '真人荷官', '外围投注', '博彩平台'],
    doubtful: ['百家乐', '赌场', '博彩', '赌球', '老虎机'],
  },
  drugs: {
    risky: ['冰毒', '海洛因', '摇头丸', '麻古', '可卡因', '罂粟壳', '大麻烟', '迷奸药', '听话水'],
    doubtful: ['笑气', '大麻', '罂粟', '迷药', '致幻'],
  },
  weapons: {
    risky: ['枪支弹药', '仿真枪', '气枪铅弹', '雷管', '管制刀具', '土制炸药', '电击器'],
    doubtful: ['手枪', '气枪', '炸药', '弩箭'],
  },
  sex: {
    risky: ['裸聊', '卖淫', '嫖娼', '成人影片', '色情视频', '上门服务小姐'],
    doubtful: ['援交', '约炮', '色情', '包夜', '情趣'],
  },
  forgery: {
    risky: ['代开发票', '代办假证', '出售身份证', '银行卡四件套', '高仿手表'],
    doubtful: ['假币', '假钞', '办证', '刻章', '高仿', '原单正品'],
  },
  wildlife: {
    risky: ['犀牛角', '麝香活体', '野生娃娃鱼', '猫头鹰肉'],
    doubtful: ['熊胆', '虎骨', '穿山甲', '象牙', '野味', '野生动物', '羚羊角'],
  },
  fraud: {
    risky: ['刷单兼职', '信用卡套现', '花呗套现', '无抵押贷款', '裸贷'],
    doubtful: ['跑分', '洗钱', '刷单', '套现', '传销', '日赚', '躺赚', '返利'],
  },
  payment: {
    risky: [],
    doubtful: [
      '加微信付款',
      '加我微信',
      '微信转账',
      '私下转账',
      '直接转账',
      '银行转账',
      '先打款',
      '先转钱',
      '扫码转我',
    ],
  },
  cure: {
    risky: [],
    doubtful: ['包治百病', '根治', '治愈癌症', '抗癌', '降血糖药', '无效退款'],
  },
}
