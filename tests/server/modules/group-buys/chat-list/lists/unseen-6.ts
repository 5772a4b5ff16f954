import type { PastedList } from '../pasted-list'

/** Invented lists in the style of 接龙 messages, each with the entries a careful reader takes from it. */
export const unseenLists6: readonly PastedList[] = [
  {
    goods: [
      { skuId: 'ng', productName: '年糕', unit: '斤' },
      { skuId: 'tz', productName: '糍粑', unit: '斤' },
    ],
    points: [],
    text: `#接龙
打年糕打糍粑啦，年糕6 糍粑8，腊月廿三取

例 张三 年糕5斤

1. 王婶 年糕10斤
2. 李姐 年糕5斤糍粑5斤
3. 赵大爷 糍粑三斤
4. 二婶 年糕２０斤
5. 何嫂 糍粑2千克
6. 小李爸爸 年糕十五斤
7. 老孙 年糕糍粑各5斤
8. 三姑 和李姐一样
9. 周姨 糍粑 4斤 不要芝麻
10.`,
    entries: [
      { number: 1, name: '王婶', lines: [{ skuId: 'ng', quantity: 10 }] },
      {
        number: 2,
        name: '李姐',
        lines: [
          { skuId: 'ng', quantity: 5 },
          { skuId: 'tz', quantity: 5 },
        ],
      },
      { number: 3, name: '赵大爷', lines: [{ skuId: 'tz', quantity: 3 }] },
      { number: 4, name: '二婶', lines: [{ skuId: 'ng', quantity: 20 }] },
      { number: 5, name: '何嫂', lines: [{ skuId: 'tz', quantity: 4 }] },
      { number: 6, name: '小李爸爸', lines: [{ skuId: 'ng', quantity: 15 }] },
      {
        number: 7,
        name: '老孙',
        lines: [
          { skuId: 'ng', quantity: 5 },
          { skuId: 'tz', quantity: 5 },
        ],
      },
      {
        number: 8,
        name: '三姑',
        lines: [
          { skuId: 'ng', quantity: 5 },
          { skuId: 'tz', quantity: 5 },
        ],
      },
      { number: 9, name: '周姨', lines: [{ skuId: 'tz', quantity: 4 }] },
    ],
  },
  {
    goods: [
      { skuId: 'xf', productName: '卤牛肉', unit: '斤' },
      { skuId: 'pj', productName: '卤鸡爪', unit: '个' },
      { skuId: 'hg', productName: '卤豆干', unit: '份' },
    ],
    points: [],
    text: `周五卤味，牛肉68/斤，鸡爪2/个，豆干10/份

老钱：牛肉2斤
阿强：鸡爪20个 豆干1份
李姐：牛肉1斤，鸡爪10个，豆干1份
大刘：鸡爪三十个
小陈：豆干两份
罗姐：牛肉半斤
吴哥：牛肉1斤 豆干2份，少辣
群主：还有人要吗，4点截止
马大姐：鸡爪15个
501室：+1`,
    entries: [
      { name: '老钱', lines: [{ skuId: 'xf', quantity: 2 }] },
      {
        name: '阿强',
        lines: [
          { skuId: 'pj', quantity: 20 },
          { skuId: 'hg', quantity: 1 },
        ],
      },
      {
        name: '李姐',
        lines: [
          { skuId: 'xf', quantity: 1 },
          { skuId: 'pj', quantity: 10 },
          { skuId: 'hg', quantity: 1 },
        ],
      },
      { name: '大刘', lines: [{ skuId: 'pj', quantity: 30 }] },
      { name: '小陈', lines: [{ skuId: 'hg', quantity: 2 }] },
      { name: '罗姐', lines: [], isOpen: true },
      {
        name: '吴哥',
        lines: [
          { skuId: 'xf', quantity: 1 },
          { skuId: 'hg', quantity: 2 },
        ],
      },
      { name: '马大姐', lines: [{ skuId: 'pj', quantity: 15 }] },
      { name: '501室', lines: [], isOpen: true },
    ],
  },
  {
    goods: [
      { skuId: 'kq', productName: '矿泉水', unit: '箱' },
      { skuId: 'kl', productName: '可乐', unit: '箱' },
    ],
    points: [],
    text: `1. 小马 矿泉水2箱
2. 阿芳 可乐1箱
3. 郑师傅 水5箱 可乐2箱
4. 302室 矿泉水1箱
1. 小马 矿泉水2箱
2. 阿芳 可乐1箱
3. 郑师傅 水5箱 可乐2箱
4. 302室 矿泉水3箱
5. 李姐 可乐两箱
6. 杨老师 矿泉水一箱可乐一箱
7. 何嫂 雪碧1箱
8. 老孙 矿泉水10箱 送到3号楼`,
    entries: [
      { number: 1, name: '小马', lines: [{ skuId: 'kq', quantity: 2 }] },
      { number: 2, name: '阿芳', lines: [{ skuId: 'kl', quantity: 1 }] },
      {
        number: 3,
        name: '郑师傅',
        lines: [
          { skuId: 'kq', quantity: 5 },
          { skuId: 'kl', quantity: 2 },
        ],
      },
      { number: 4, name: '302室', lines: [{ skuId: 'kq', quantity: 3 }] },
      { number: 5, name: '李姐', lines: [{ skuId: 'kl', quantity: 2 }] },
      {
        number: 6,
        name: '杨老师',
        lines: [
          { skuId: 'kq', quantity: 1 },
          { skuId: 'kl', quantity: 1 },
        ],
      },
      { number: 7, name: '何嫂', lines: [], isOpen: true },
      { number: 8, name: '老孙', lines: [{ skuId: 'kq', quantity: 10 }] },
    ],
  },
  {
    goods: [
      { skuId: 'fd', productName: '粉条', unit: '斤' },
      { skuId: 'hm', productName: '黄米', unit: '斤' },
      { skuId: 'xm', productName: '小米', unit: '斤' },
    ],
    points: [],
    text: `老家带的杂粮，额们陕北的

王婶 小米5斤 13800000041
李姐 粉条2斤黄米2斤
张叔 额要小米10斤
赵大爷 黄米三斤
刘嫂 小米5斤、粉条3斤、黄米1斤
阿芳 米5斤
周姨 粉条4斤 13800000046 周三来
二婶 小米一公斤，粉条一公斤`,
    entries: [
      { name: '王婶', phone: '13800000041', lines: [{ skuId: 'xm', quantity: 5 }] },
      {
        name: '李姐',
        lines: [
          { skuId: 'fd', quantity: 2 },
          { skuId: 'hm', quantity: 2 },
        ],
      },
      { name: '张叔', lines: [{ skuId: 'xm', quantity: 10 }] },
      { name: '赵大爷', lines: [{ skuId: 'hm', quantity: 3 }] },
      {
        name: '刘嫂',
        lines: [
          { skuId: 'xm', quantity: 5 },
          { skuId: 'fd', quantity: 3 },
          { skuId: 'hm', quantity: 1 },
        ],
      },
      { name: '阿芳', lines: [], isOpen: true },
      { name: '周姨', phone: '13800000046', lines: [{ skuId: 'fd', quantity: 4 }] },
      {
        name: '二婶',
        lines: [
          { skuId: 'xm', quantity: 2 },
          { skuId: 'fd', quantity: 2 },
        ],
      },
    ],
  },
  {
    goods: [
      { skuId: 'dg', productName: '生日蛋糕', label: '6寸', unit: '个' },
      { skuId: 'dg8', productName: '生日蛋糕', label: '8寸', unit: '个' },
      { skuId: 'ql', productName: '蛋挞', unit: '盒' },
    ],
    points: [],
    text: `#接龙
烘焙团 6寸88 8寸128 蛋挞一盒6个20元

1. 朵朵妈妈 6寸1个
2. 小张妈妈 8寸1个 蛋挞2盒
3. 果果妈妈 蛋挞一盒
4. 天天爸爸 蛋挞3盒
5. 豆豆妈妈 蛋糕1个，写生日快乐
6. 圆圆爸爸 6寸一个 8寸一个
7. 乐乐奶奶 蛋挞两盒，不要太甜
8. 李姐 六寸1个`,
    entries: [
      { number: 1, name: '朵朵妈妈', lines: [{ skuId: 'dg', quantity: 1 }] },
      {
        number: 2,
        name: '小张妈妈',
        lines: [
          { skuId: 'dg8', quantity: 1 },
          { skuId: 'ql', quantity: 2 },
        ],
      },
      { number: 3, name: '果果妈妈', lines: [{ skuId: 'ql', quantity: 1 }] },
      { number: 4, name: '天天爸爸', lines: [{ skuId: 'ql', quantity: 3 }] },
      { number: 5, name: '豆豆妈妈', lines: [], isOpen: true },
      {
        number: 6,
        name: '圆圆爸爸',
        lines: [
          { skuId: 'dg', quantity: 1 },
          { skuId: 'dg8', quantity: 1 },
        ],
      },
      { number: 7, name: '乐乐奶奶', lines: [{ skuId: 'ql', quantity: 2 }] },
      { number: 8, name: '李姐', lines: [{ skuId: 'dg', quantity: 1 }] },
    ],
  },
]
