/** The labels of sections and their settings in the decorate editor. Loaded only there. */

const soldOut = {
  label: '卖完的货',
  choices: { last: '排在最后', 'in-place': '留在原处', hidden: '先不显示' },
} as const
const title = { label: '标题' } as const
const photos = { label: '照片' } as const

export const sectionSettingWords = {
  'shop-head': {
    title: '店招',
    hint: '店名和地方，放在最上面',
    fields: {
      form: {
        label: '样式',
        choices: { band: '通栏一条', card: '一张卡片', sign: '一块招牌', photo: '大照片' },
      },
      pattern: {
        label: '花纹',
        choices: { none: '不要', grain: '木纹', leaves: '叶子', cloth: '蓝染点', check: '格子布' },
      },
    },
  },
  'notice-bar': {
    title: '公告',
    hint: '买家先要知道的一句话',
    fields: { form: { label: '样式', choices: { edge: '压在店招下沿', strip: '单独一条' } } },
  },
  'category-tabs': {
    title: '分类',
    hint: '点一类，只看这一类',
    fields: { form: { label: '样式', choices: { chips: '小方块', underline: '下划线' } } },
  },
  'product-grid': { title: '货品格子', hint: '一排两件，带照片', fields: { title, soldOut } },
  'product-list': {
    title: '货品列表',
    hint: '一行一件',
    fields: { title, picture: { label: '照片', choices: { small: '小', large: '大' } }, soldOut },
  },
  'featured-product': {
    title: '主推一件',
    hint: '一件货拍大图',
    fields: { productId: { label: '哪一件' } },
  },
  delivery: { title: '送货和付钱', hint: '怎么送、怎么付，按店铺设置写', fields: { title } },
  contact: {
    title: '联系',
    hint: '打电话、加微信、到哪儿自提',
    fields: { title, wechat: { label: '微信号' } },
  },
  shelf: {
    title: '货架',
    hint: '一排货，往右滑着看',
    fields: { title, category: { label: '只放哪一类' }, most: { label: '最多几件' } },
  },
  'price-board': {
    title: '价牌',
    hint: '大字写价钱，不用照片',
    fields: { title, form: { label: '样式', choices: { board: '一块大牌', slips: '一格一格' } }, soldOut },
  },
  'new-arrivals': {
    title: '新上架',
    hint: '最近添的货，自己会更新',
    fields: { title, most: { label: '最多几件' } },
  },
  'todays-harvest': {
    title: '今天收的',
    hint: '哪天收的、还剩多少',
    fields: {
      title,
      day: { label: '哪天收的' },
      category: { label: '只放哪一类' },
      most: { label: '最多几件' },
    },
  },
  story: {
    title: '故事',
    hint: '写几句自家的事，放几张照片，也可以说给大家听',
    fields: {
      title,
      text: { label: '写几句' },
      photos,
      voice: { label: '说一段话' },
      form: { label: '样式', choices: { letter: '一封信', page: '照片打头' } },
    },
  },
  'photo-wall': {
    title: '照片墙',
    hint: '地里、院里、干活的样子',
    fields: {
      title,
      photos,
      form: { label: '样式', choices: { even: '一样大', mosaic: '头一张大', pinned: '挂在绳上' } },
    },
  },
  origin: {
    title: '产地',
    hint: '哪个村的、什么时候当季',
    fields: {
      title,
      village: { label: '村子' },
      season: { label: '时令' },
      words: { label: '说几句' },
      photos: { label: '村子的照片或地图' },
    },
  },
  'opening-hours': {
    title: '开门时间',
    hint: '几点开门、哪天歇',
    fields: { title, hours: { label: '几点到几点' }, rest: { label: '哪天歇' } },
  },
  licence: {
    title: '经营资质',
    hint: '执照，或者为什么不用办',
    fields: {
      title,
      basis: {
        label: '是哪一种',
        choices: {
          none: '还没选',
          produce: '卖自家种养的，不用办',
          handicraft: '卖家里做的手工，不用办',
          services: '凭手艺做便民的活，不用办',
          small: '零星小买卖，不用办',
          licensed: '有营业执照',
        },
      },
      holder: { label: '经营者' },
      number: { label: '执照号码' },
      photos: { label: '执照照片' },
    },
  },
  showcase: { title: '橱窗', hint: '一件一张大图', fields: { title, soldOut } },
  rooms: {
    title: '客房和饭菜',
    hint: '房间带大照片，饭菜像菜单',
    fields: { title, form: { label: '样式', choices: { rooms: '一间一张照片', menu: '一张菜单' } }, soldOut },
  },
  'group-order': {
    title: '接龙',
    hint: '一行一个号，像群里接龙',
    fields: { title, words: { label: '说明' }, until: { label: '哪天截止' }, soldOut },
  },
  'text-block': {
    title: '文字和分隔线',
    hint: '写一段话；什么都不写就是一条线',
    fields: {
      title,
      text: { label: '写几句' },
      form: { label: '样式', choices: { plain: '平常', line: '带线', box: '带底色' } },
    },
  },
} as const
