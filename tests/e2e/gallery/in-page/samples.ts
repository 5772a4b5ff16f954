import type { Fulfilment } from '@/domain/order/fulfilment'
import type { Photo } from '@/domain/photo'
import type { Product } from '@/domain/product/product'
import type { Trade } from '@/domain/shop/trade'
import type { SectionKind, SettingsByKind } from '@/templates/generated/section-kinds'

/** Invented content of a shop for each template. */
export interface Sample {
  trade: Trade
  name: string
  goods: readonly Product[]
  fulfilments?: readonly Fulfilment[]
  fill?: { [K in SectionKind]?: Partial<SettingsByKind[K]> }
}

/** `hash` names a drawing of `mock-server/art`. */
export const photoOf = (art: string, at = 0): Photo => ({ id: `${art}-${at}`, hash: art })

const DAY = 86_400_000

/** Parses "drawing|name|unit|yuan|category|note|stock" lines. */
const goodsOf = (...lines: string[]): Product[] =>
  lines.map((line, at) => {
    const [art = '', name = '', unit = '', yuan = '', category = '', note = '', stock = '80'] =
      line.split('|')
    return {
      id: `good-${at}`,
      version: 1,
      name,
      unit,
      category,
      ...(note ? { note } : {}),
      photos: art ? [photoOf(art)] : [],
      skus: [{ id: `sku-${at}`, price: Math.round(Number(yuan) * 100), stock: Number(stock) }],
      onSale: true,
      createdAt: Date.now() - Math.floor(at / 2) * DAY,
    }
  })

const village = { season: '九月到十一月', words: '村子在半山腰，早晚凉，日头足。' }
/** A voice without a file: the gallery does not play it. */
const voice = { id: '01J00000000000000000000V00', hash: '0'.repeat(32), ms: 23_000 }
const story = '头一年种下的苗，第五年才挂果。\n每年秋天一家人上山，摘下来当天就分好。'

export const samples: Record<string, Sample> = {
  orchard: {
    trade: 'fruit',
    name: '沙坝果园',
    goods: goodsOf(
      'apple|沙坝红富士苹果|箱|49|苹果|十斤一箱，霜后摘的',
      'cherry|头茬大樱桃|盒|75|时鲜|早上摘，当天送|12',
      'peach|水蜜桃|斤|6|时鲜|软硬都有',
      'grape|露天葡萄|斤|8|时鲜|自家院里两架',
      'persimmon-cake|晒柿饼|斤|18|干货|挂霜的，不加糖',
    ),
  },
  woodgrain: {
    trade: 'nuts',
    name: '家乡山货铺',
    goods: goodsOf(
      'walnut|成县薄皮核桃|斤|25|核桃|手一捏就开',
      'pepper|大红袍花椒|两|12|干货|伏天摘的头茬',
      'wood-ear|山里黑木耳|两|9|干货|泡开肉厚',
      'persimmon-cake|自家晒柿饼|斤|18|干货|软糯，不加糖|4',
      'walnut|核桃礼盒|盒|68|核桃|两斤一盒',
      'dangshen|党参切片|两|42|干货|炖汤放一小把',
    ),
  },
  wheat: {
    trade: 'grain',
    name: '老磨坊粮油',
    goods: goodsOf(
      'flour|石磨面粉|袋|46|面|二十斤一袋',
      'flour|苞谷面|斤|3.5|面|现磨的',
      'rapeseed-oil|自榨菜籽油|桶|88|油|五升',
      'potato|高山洋芋|斤|1.2|菜|面的',
      'pepper|辣椒面|斤|22|调料|舂的',
    ),
    fill: { origin: village },
  },
  amber: {
    trade: 'honey',
    name: '槐花坡蜂场',
    goods: goodsOf(
      'honey-jar|五月槐花蜜|瓶|45|蜂蜜|一斤装，槐花开的时候割的',
      'comb-honey|整块巢蜜|盒|68|蜂蜜|连蜡一起嚼',
      'honey-gift-box|两瓶礼盒|盒|98|礼盒|走亲戚正好',
      'honey-jar|百花土蜜|瓶|58|蜂蜜|一年割一回',
      'honey-jar|枣花蜜|瓶|39|蜂蜜|颜色深',
    ),
    fill: { story: { text: story, voice, photos: [photoOf('hives'), photoOf('comb-honey', 1)] } },
  },
  farmyard: {
    trade: 'eggs-meat',
    name: '坡上农家院',
    goods: goodsOf(
      'egg-basket|散养土鸡蛋|个|1.5|禽蛋|当天的蛋|60',
      'hen|两年老母鸡|只|120|禽蛋|收拾干净再送|3',
      'bacon|柏枝腊肉|斤|42|腊味|熏了二十天|18',
      'egg-basket|鸭蛋|个|2|禽蛋|腌好的',
      'bacon|腊猪脸|个|65|腊味|半张',
    ),
    fill: {
      'photo-wall': { photos: [photoOf('hen'), photoOf('egg-basket', 1), photoOf('village')] },
      licence: { basis: 'produce', holder: '样品' },
    },
  },
  herbal: {
    trade: 'herbs',
    name: '岷山药材',
    goods: goodsOf(
      'dangshen|党参切片|两|42|根|炖汤放一小把',
      'dangshen|当归头|两|38|根|',
      'wood-ear|天麻|两|66|根|整个的',
      'pepper|大红袍花椒|两|12|籽|',
      'dangshen|黄芪片|两|15|根|薄切',
      'walnut|山桃仁|两|20|籽|',
    ),
    fill: { origin: village, licence: { basis: 'produce', holder: '样品' } },
  },
  indigo: {
    trade: 'handicraft',
    name: '青布坊手工',
    goods: goodsOf(
      'indigo-cloth|蓝染方巾|条|68|布|靛蓝染的，四尺见方',
      'straw-weaving|麦秆编提篮|个|85|编|能装十斤',
      'paper-cut|窗花剪纸|套|30|纸|一套六张',
    ),
    fill: {
      'photo-wall': {
        photos: [photoOf('indigo-cloth', 1), photoOf('paper-cut', 1), photoOf('straw-weaving', 1)],
      },
      story: { text: story, voice },
    },
  },
  inn: {
    trade: 'inn',
    name: '云上人家',
    fulfilments: ['on-site'],
    goods: goodsOf(
      'room|看山大床房|晚|168|住|一楼，带院子，住两个人|3',
      'room|炕房|晚|138|住|热炕，能睡四个人|2',
      'dish|农家晚饭|桌|220|吃|八菜一汤，头天说一声|10',
    ),
    fill: {
      'opening-hours': { hours: '下午两点以后入住', rest: '正月初一到初五歇' },
      'photo-wall': { photos: [photoOf('village'), photoOf('room', 1), photoOf('dish', 1)] },
      origin: { season: '四月看花，十月红叶', words: '从县城坐车四十分钟，村口有人接。' },
    },
  },
  'farm-table': {
    trade: 'inn',
    name: '泉水湾农家饭',
    fulfilments: ['on-site'],
    goods: goodsOf(
      'dish|清炖土鸡|份|128|热菜|提前两个钟头说|6',
      'dish|腊肉炒蒜苗|份|48|热菜|',
      'potato|洋芋搅团|份|18|主食|酸菜浆水',
      'dish|手擀面|碗|12|主食|',
      'cherry|摘樱桃|斤|25|采摘|自己摘，带走的按斤算',
    ),
    fill: {
      'opening-hours': { hours: '早十点到晚八点', rest: '周二歇' },
      origin: { season: '五月樱桃，八月葡萄' },
      'photo-wall': { photos: [photoOf('village'), photoOf('cherry', 1), photoOf('grape', 1)] },
    },
  },
  'village-store': {
    trade: 'plain',
    name: '村口小卖部',
    goods: goodsOf(
      'flour|挂面|把|4.5|吃的|',
      'rapeseed-oil|菜籽油|桶|75|吃的|五升',
      'egg-basket|土鸡蛋|板|38|吃的|三十个',
      'potato|洋芋|斤|1.5|菜|',
      'pepper|花椒|两|12|调料|',
      'honey-jar|蜂蜜|瓶|45|吃的|',
      'straw-weaving|草帽|顶|15|用的|',
      'wood-ear|木耳|两|9|干货|',
    ),
  },
  'group-order': {
    trade: 'fruit',
    name: '周末一起买',
    goods: goodsOf(
      'apple|红富士苹果|箱|49|水果|十斤一箱',
      'egg-basket|土鸡蛋|板|38|禽蛋|三十个',
      'potato|高山洋芋|袋|20|菜|二十斤',
      'bacon|柏枝腊肉|斤|42|腊味|',
    ),
    fill: { 'group-order': { until: '2999-12-31', words: '周六上午在村口发，要几份点几份' } },
  },
  plain: {
    trade: 'plain',
    name: '下街杂货',
    goods: goodsOf(
      'flour|挂面|把|4.5|吃的|',
      'rapeseed-oil|菜籽油|桶|75|吃的|五升',
      'potato|洋芋|斤|1.5|菜|',
      'straw-weaving|草帽|顶|15|用的|',
      'pepper|花椒|两|12|调料|',
    ),
  },
}
