import type { PastedList } from '../pasted-list'

/** Invented lists in the style of 接龙 messages, each with the entries a careful reader takes from it. */
export const unseenLists2: readonly PastedList[] = [
  {
    goods: [{ skuId: 'fm', productName: '蜂蜜', unit: '瓶' }],
    points: [],
    text: `#接龙
后山土蜂蜜，一瓶2斤，88元

1. 王婶 +1
2. 李姐 +2
3. 小李爸爸 ＋１
4. 陈伯 蜂蜜两瓶
5. 三姑 +1 给我留槐花的
6. 刘嫂 1瓶
7. 5栋301 +3
4. 陈伯 蜂蜜3瓶
8. 吴哥 +1
6. 刘嫂 取消`,
    entries: [
      { number: 1, name: '王婶', lines: [{ skuId: 'fm', quantity: 1 }] },
      { number: 2, name: '李姐', lines: [{ skuId: 'fm', quantity: 2 }] },
      { number: 3, name: '小李爸爸', lines: [{ skuId: 'fm', quantity: 1 }] },
      { number: 5, name: '三姑', lines: [{ skuId: 'fm', quantity: 1 }] },
      { number: 7, name: '5栋301', lines: [{ skuId: 'fm', quantity: 3 }] },
      { number: 4, name: '陈伯', lines: [{ skuId: 'fm', quantity: 3 }] },
      { number: 8, name: '吴哥', lines: [{ skuId: 'fm', quantity: 1 }] },
      { number: 6, name: '刘嫂', lines: [], kind: 'cancel' },
    ],
  },
  {
    goods: [
      { skuId: 'hs', productName: '红薯', unit: '斤' },
      { skuId: 'td', productName: '土豆', unit: '斤' },
      { skuId: 'ym', productName: '玉米', unit: '根' },
    ],
    points: [],
    text: `自家地里的，红薯2块 土豆1块5 玉米2块一根

1 王婶 红苕5斤 洋芋10斤
2 老孙 苞谷10根
3 李姐 地瓜三斤
4 何嫂 土豆五斤 玉米6根
5 赵大爷 洋芋5公斤
6 小马 红薯2斤、土豆2斤、玉米2根
7 二婶 番薯十斤，要小个的
8 阿芳 土豆一斤半
9 张叔 苞米8根 红薯4斤`,
    entries: [
      {
        number: 1,
        name: '王婶',
        lines: [
          { skuId: 'hs', quantity: 5 },
          { skuId: 'td', quantity: 10 },
        ],
      },
      { number: 2, name: '老孙', lines: [{ skuId: 'ym', quantity: 10 }] },
      { number: 3, name: '李姐', lines: [{ skuId: 'hs', quantity: 3 }] },
      {
        number: 4,
        name: '何嫂',
        lines: [
          { skuId: 'td', quantity: 5 },
          { skuId: 'ym', quantity: 6 },
        ],
      },
      { number: 5, name: '赵大爷', lines: [{ skuId: 'td', quantity: 10 }] },
      {
        number: 6,
        name: '小马',
        lines: [
          { skuId: 'hs', quantity: 2 },
          { skuId: 'td', quantity: 2 },
          { skuId: 'ym', quantity: 2 },
        ],
      },
      { number: 7, name: '二婶', lines: [{ skuId: 'hs', quantity: 10 }] },
      { number: 8, name: '阿芳', lines: [], isOpen: true },
      {
        number: 9,
        name: '张叔',
        lines: [
          { skuId: 'ym', quantity: 8 },
          { skuId: 'hs', quantity: 4 },
        ],
      },
    ],
  },
  {
    goods: [
      { skuId: 'rz', productName: '粽子', label: '鲜肉', unit: '个' },
      { skuId: 'ds', productName: '粽子', label: '豆沙', unit: '个' },
      { skuId: 'bz', productName: '粽子', label: '白粽', unit: '个' },
    ],
    points: [],
    text: `【端午粽子接龙】鲜肉6元 豆沙4元 白粽3元

1. 小张妈妈：鲜肉10个，豆沙5个
2. 朵朵妈妈：豆沙6个
3. 乐乐奶奶：白粽10个 蘸糖吃
4. 杨老师：粽子10个
5. 李姐：鲜肉粽8个 白粽2个
6. 罗姐：三种各5个
7. 302室：肉粽20个，分两袋装
8. 周姨：豆沙粽十二个`,
    entries: [
      {
        number: 1,
        name: '小张妈妈',
        lines: [
          { skuId: 'rz', quantity: 10 },
          { skuId: 'ds', quantity: 5 },
        ],
      },
      { number: 2, name: '朵朵妈妈', lines: [{ skuId: 'ds', quantity: 6 }] },
      { number: 3, name: '乐乐奶奶', lines: [{ skuId: 'bz', quantity: 10 }] },
      { number: 4, name: '杨老师', lines: [], isOpen: true },
      {
        number: 5,
        name: '李姐',
        lines: [
          { skuId: 'rz', quantity: 8 },
          { skuId: 'bz', quantity: 2 },
        ],
      },
      {
        number: 6,
        name: '罗姐',
        lines: [
          { skuId: 'rz', quantity: 5 },
          { skuId: 'ds', quantity: 5 },
          { skuId: 'bz', quantity: 5 },
        ],
      },
      { number: 7, name: '302室', lines: [{ skuId: 'rz', quantity: 20 }] },
      { number: 8, name: '周姨', lines: [{ skuId: 'ds', quantity: 12 }] },
    ],
  },
  {
    goods: [
      { skuId: 'yr', productName: '羊肉', unit: '斤' },
      { skuId: 'yp', productName: '羊排', unit: '斤' },
    ],
    points: [],
    text: `周六杀羊，要的报名，羊肉38 羊排42

羊肉5斤 王婶
羊排3斤 李姐
羊肉2斤羊排2斤 张叔
羊腿一只 老钱
羊肉十斤 郑师傅 过年用
羊排4斤 大刘 剁小块
羊肉1.5公斤 三姑`,
    entries: [
      { name: '王婶', lines: [{ skuId: 'yr', quantity: 5 }] },
      { name: '李姐', lines: [{ skuId: 'yp', quantity: 3 }] },
      {
        name: '张叔',
        lines: [
          { skuId: 'yr', quantity: 2 },
          { skuId: 'yp', quantity: 2 },
        ],
      },
      { name: '老钱', lines: [], isOpen: true },
      { name: '郑师傅', lines: [{ skuId: 'yr', quantity: 10 }] },
      { name: '大刘', lines: [{ skuId: 'yp', quantity: 4 }] },
      { name: '三姑', lines: [{ skuId: 'yr', quantity: 3 }] },
    ],
  },
  {
    goods: [
      { skuId: 'nn', productName: '纯牛奶', unit: '箱' },
      { skuId: 'sn', productName: '酸奶', unit: '箱' },
    ],
    points: [
      { id: 'a', name: '1号楼大厅' },
      { id: 'b', name: '8号楼快递柜' },
    ],
    text: `#接龙
邻居团 纯牛奶45/箱 酸奶52/箱 周四到

1. 302室 纯牛奶2箱 1号楼大厅
2. 501室 酸奶1箱 8号楼快递柜
3. 1204室 纯牛奶1箱酸奶1箱 1号楼
4. 阿强 牛奶3箱 8号楼 13800000011
5. 小陈 纯奶两箱 1号楼大厅
6. 罗姐 酸奶2箱 8号楼快递柜 晚上取
7. 703室 纯牛奶半箱 1号楼
8. 何嫂 酸奶一箱，纯牛奶一箱，8号楼`,
    entries: [
      { number: 1, name: '302室', pointId: 'a', lines: [{ skuId: 'nn', quantity: 2 }] },
      { number: 2, name: '501室', pointId: 'b', lines: [{ skuId: 'sn', quantity: 1 }] },
      {
        number: 3,
        name: '1204室',
        pointId: 'a',
        lines: [
          { skuId: 'nn', quantity: 1 },
          { skuId: 'sn', quantity: 1 },
        ],
      },
      { number: 4, name: '阿强', phone: '13800000011', pointId: 'b', lines: [{ skuId: 'nn', quantity: 3 }] },
      { number: 5, name: '小陈', pointId: 'a', lines: [{ skuId: 'nn', quantity: 2 }] },
      { number: 6, name: '罗姐', pointId: 'b', lines: [{ skuId: 'sn', quantity: 2 }] },
      { number: 7, name: '703室', pointId: 'a', lines: [], isOpen: true },
      {
        number: 8,
        name: '何嫂',
        pointId: 'b',
        lines: [
          { skuId: 'sn', quantity: 1 },
          { skuId: 'nn', quantity: 1 },
        ],
      },
    ],
  },
]
