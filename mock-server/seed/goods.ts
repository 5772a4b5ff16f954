import type { Fen } from '@/domain/money'

/** One product of a demo shop: `art` names a drawing in `mock-server/art`. Prices are typical for the county. */
export interface DemoGood {
  art: string
  name: string
  unit: string
  category: string
  note: string
  skus: { label?: string; price: Fen; stock: number }[]
}

const good = (
  art: string,
  name: string,
  unit: string,
  category: string,
  note: string,
  ...skus: [price: Fen, stock: number, label?: string][]
): DemoGood => ({
  art,
  name,
  unit,
  category,
  note,
  skus: skus.map(([price, stock, label]) => ({ price, stock, ...(label ? { label } : {}) })),
})

export const nutGoods = [
  good('walnut', '成县薄皮核桃', '斤', '核桃', '今年新货，手一捏就开。自家树上打的，没有熏过。', [2500, 180]),
  good('walnut', '核桃礼盒', '盒', '核桃', '挑过个头，两斤一盒，走亲戚正好。', [6800, 24]),
  good('pepper', '大红袍花椒', '两', '干货', '伏天摘的头茬，麻味足。', [1200, 96], [5800, 20, '一斤装']),
  good('wood-ear', '山里黑木耳', '两', '干货', '椴木上长的，泡开肉厚。', [900, 140]),
  good('persimmon-cake', '自家晒柿饼', '斤', '干货', '挂霜的，软糯，不加糖。', [1800, 4]),
  good('dangshen', '党参切片', '两', '干货', '炖汤放一小把就够。', [4200, 0]),
]

export const orchardGoods = [
  good(
    'apple',
    '沙坝红富士苹果',
    '箱',
    '苹果',
    '十斤一箱，八十果，脆甜。霜后摘的。',
    [4900, 60],
    [8800, 30, '二十斤装'],
  ),
  good('cherry', '头茬大樱桃', '盒', '时鲜', '三斤一盒，早上摘，当天送。', [7500, 12]),
  good('peach', '水蜜桃', '斤', '时鲜', '软硬都有，下单时说一声。', [600, 80]),
  good('grape', '露天葡萄', '斤', '时鲜', '自家院里两架，不打甜药。', [800, 45]),
  good('honey-jar', '槐花蜜', '瓶', '蜂蜜', '一斤装。五月槐花开的时候割的。', [4500, 33]),
]

export const farmGoods = [
  good(
    'egg-basket',
    '散养土鸡蛋',
    '个',
    '禽蛋',
    '当天的蛋，攒够三十个送一趟。',
    [150, 300],
    [4200, 18, '三十个一箱'],
  ),
  good('hen', '散养土鸡', '只', '禽蛋', '现杀现送，一只三斤上下。', [9800, 9]),
  good('bacon', '柴火腊肉', '斤', '肉', '柏树枝熏的，肥瘦都有。', [3800, 26]),
  good('potato', '沙地洋芋', '斤', '自家菜', '面，沙，炖着吃。', [180, 500]),
  good('flour', '石磨面粉', '袋', '米面油', '十斤一袋，自家麦子。', [3500, 40]),
  good('rapeseed-oil', '小榨菜籽油', '桶', '米面油', '五升一桶，今年新榨。', [8800, 15]),
  good('straw-weaving', '手编草篮', '个', '手工', '提菜、装蛋都结实。', [2800, 7]),
  good('paper-cut', '剪纸窗花', '套', '手工', '六张一套，过年贴。', [1500, 50]),
]

/** The goods of a cooperative that sells for a whole village. */
export const coopGoods = [
  good('walnut', '薄皮核桃', '斤', '核桃', '社里统一收的，一个个挑过。', [2300, 900]),
  good('walnut', '核桃仁', '斤', '核桃', '手剥的，没有碎的。', [4800, 300]),
  good('walnut', '带皮生核桃', '斤', '核桃', '刚打下来的，要趁鲜吃。', [1200, 500]),
  good('pepper', '大红袍花椒', '两', '调料', '伏天摘的头茬。', [1200, 400]),
  good('pepper', '花椒面', '两', '调料', '石碾碾的。', [1000, 300]),
  good('pepper', '青花椒', '两', '调料', '鲜香，炖鱼用。', [900, 260]),
  good('wood-ear', '黑木耳', '两', '干货', '椴木上长的。', [900, 500]),
  good('wood-ear', '干香菇', '两', '干货', '肉厚，炖鸡香。', [1100, 320]),
  good('wood-ear', '黄花菜', '两', '干货', '蒸过再晒的。', [800, 280]),
  good('persimmon-cake', '柿饼', '斤', '干货', '挂霜的，不加糖。', [1800, 240]),
  good('persimmon-cake', '柿子干', '斤', '干货', '切片晒的，有嚼头。', [1500, 200]),
  good('dangshen', '党参切片', '两', '药材', '炖汤放一小把。', [4200, 120]),
  good('dangshen', '黄芪', '两', '药材', '泡水、炖汤都行。', [2600, 160]),
  good('apple', '红富士苹果', '箱', '水果', '十斤一箱，霜后摘。', [4900, 260]),
  good('apple', '小苹果', '斤', '水果', '个头小，一样甜。', [300, 600]),
  good('potato', '沙地洋芋', '斤', '蔬菜', '面，沙，炖着吃。', [180, 1500]),
  good('potato', '红薯', '斤', '蔬菜', '烤着吃流油。', [220, 900]),
  good('potato', '老南瓜', '个', '蔬菜', '放得住，蒸着吃。', [900, 180]),
  good('flour', '石磨面粉', '袋', '米面油', '十斤一袋。', [3500, 240]),
  good('flour', '玉米糁', '斤', '米面油', '熬粥要煮久一点。', [350, 700]),
  good('flour', '荞面', '斤', '米面油', '搅团、饸饹都好。', [600, 420]),
  good('rapeseed-oil', '菜籽油', '桶', '米面油', '五升一桶。', [8800, 150]),
  good('honey-jar', '土蜂蜜', '瓶', '蜂蜜', '一斤装，一年割一回。', [6800, 140]),
  good('honey-jar', '槐花蜜', '瓶', '蜂蜜', '一斤装，五月割的。', [4500, 200]),
  good('egg-basket', '土鸡蛋', '个', '禽蛋', '散养的，当天捡。', [150, 3000]),
  good('egg-basket', '鸭蛋', '个', '禽蛋', '腌着吃最好。', [220, 900]),
  good('bacon', '柴火腊肉', '斤', '肉', '柏树枝熏的。', [3800, 180]),
  good('bacon', '腊排骨', '斤', '肉', '炖洋芋香。', [4600, 120]),
  good('straw-weaving', '手编草篮', '个', '手工', '提菜、装蛋都结实。', [2800, 90]),
  good('paper-cut', '剪纸窗花', '套', '手工', '六张一套。', [1500, 200]),
]
