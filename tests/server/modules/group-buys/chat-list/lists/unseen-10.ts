import type { PastedList } from '../pasted-list'

/** Invented lists in the style of 接龙 messages, each with the entries a careful reader takes from it. */
export const unseenLists10: readonly PastedList[] = [
  {
    goods: [
      { skuId: 'yg', productName: '校服', label: '110码', unit: '套' },
      { skuId: 'y2', productName: '校服', label: '120码', unit: '套' },
      { skuId: 'y3', productName: '校服', label: '130码', unit: '套' },
    ],
    points: [],
    text: `#接龙
二年级校服登记 写清尺码和套数

例：小王妈妈 120码 1套

1. 小张妈妈 120码 2套
2. 朵朵妈妈 110码1套
3. 果果妈妈 130 2套
4. 天天爸爸 120码一套
5. 圆圆爸爸 1套
6. 豆豆妈妈 130码1套，120码1套
7. 小马妈妈 140码2套
8. 乐乐奶奶 110码两套 孩子瘦`,
    entries: [
      { number: 1, name: '小张妈妈', lines: [{ skuId: 'y2', quantity: 2 }] },
      { number: 2, name: '朵朵妈妈', lines: [{ skuId: 'yg', quantity: 1 }] },
      { number: 3, name: '果果妈妈', lines: [{ skuId: 'y3', quantity: 2 }] },
      { number: 4, name: '天天爸爸', lines: [{ skuId: 'y2', quantity: 1 }] },
      { number: 5, name: '圆圆爸爸', lines: [], isOpen: true },
      {
        number: 6,
        name: '豆豆妈妈',
        lines: [
          { skuId: 'y3', quantity: 1 },
          { skuId: 'y2', quantity: 1 },
        ],
      },
      { number: 7, name: '小马妈妈', lines: [], isOpen: true },
      { number: 8, name: '乐乐奶奶', lines: [{ skuId: 'yg', quantity: 2 }] },
    ],
  },
  {
    goods: [
      { skuId: 'cd', productName: '炒豆', unit: '袋' },
      { skuId: 'gz', productName: '瓜子', unit: '袋' },
      { skuId: 'ht', productName: '花糖', unit: '袋' },
    ],
    points: [
      { id: 'hx', name: '花溪桥' },
      { id: 'lj', name: '李家湾' },
    ],
    text: `年货接龙第二批  花溪桥 李家湾 两个点

李家湾 李姐 瓜子2袋 花糖1袋
花溪桥 王婶 炒豆3袋
李家湾 老钱 瓜子5袋
花溪桥 周姨 炒豆1袋 瓜子1袋 花糖1袋
李家湾 二婶 花糖两袋 13800000083
花溪桥 大刘 瓜子十袋
花溪桥 张叔 待定
李家湾 孙奶奶 花糖1袋 要软的`,
    entries: [
      {
        name: '李姐',
        pointId: 'lj',
        lines: [
          { skuId: 'gz', quantity: 2 },
          { skuId: 'ht', quantity: 1 },
        ],
      },
      { name: '王婶', pointId: 'hx', lines: [{ skuId: 'cd', quantity: 3 }] },
      { name: '老钱', pointId: 'lj', lines: [{ skuId: 'gz', quantity: 5 }] },
      {
        name: '周姨',
        pointId: 'hx',
        lines: [
          { skuId: 'cd', quantity: 1 },
          { skuId: 'gz', quantity: 1 },
          { skuId: 'ht', quantity: 1 },
        ],
      },
      { name: '二婶', phone: '13800000083', pointId: 'lj', lines: [{ skuId: 'ht', quantity: 2 }] },
      { name: '大刘', pointId: 'hx', lines: [{ skuId: 'gz', quantity: 10 }] },
      { name: '张叔', pointId: 'hx', lines: [], isOpen: true },
      { name: '孙奶奶', pointId: 'lj', lines: [{ skuId: 'ht', quantity: 1 }] },
    ],
  },
  {
    goods: [{ skuId: 'tg', productName: '汤圆', unit: '袋' }],
    points: [],
    text: `#接龙
芝麻汤圆20元一袋，周日上午10点到，车库取

1. 小张妈妈：2袋
2. 李姐：一袋
3. 501室：3袋
4. ：2袋
5. 阿芳：＋２
6. 老孙：1代
7. 吴哥：2袋 共40元 已转
8. 王婶：四袋
9. 罗姐：１袋，10点半来
10. 马大姐：同上
11. 何嫂：6袋`,
    entries: [
      { number: 1, name: '小张妈妈', lines: [{ skuId: 'tg', quantity: 2 }] },
      { number: 2, name: '李姐', lines: [{ skuId: 'tg', quantity: 1 }] },
      { number: 3, name: '501室', lines: [{ skuId: 'tg', quantity: 3 }] },
      { number: 4, lines: [{ skuId: 'tg', quantity: 2 }] },
      { number: 5, name: '阿芳', lines: [{ skuId: 'tg', quantity: 2 }] },
      { number: 6, name: '老孙', lines: [{ skuId: 'tg', quantity: 1 }] },
      { number: 7, name: '吴哥', lines: [{ skuId: 'tg', quantity: 2 }] },
      { number: 8, name: '王婶', lines: [{ skuId: 'tg', quantity: 4 }] },
      { number: 9, name: '罗姐', lines: [{ skuId: 'tg', quantity: 1 }] },
      { number: 10, name: '马大姐', lines: [{ skuId: 'tg', quantity: 1 }] },
      { number: 11, name: '何嫂', lines: [{ skuId: 'tg', quantity: 6 }] },
    ],
  },
  {
    goods: [
      { skuId: 'nl', productName: '奶酪棒', unit: '包' },
      { skuId: 'xs', productName: '手撕面包', unit: '箱' },
      { skuId: 'bg', productName: '饼干', unit: '盒' },
    ],
    points: [],
    text: `李姐（13800000091）：奶酪棒2包 饼干1盒
小张妈妈（13800000092）：面包1箱
豆豆妈妈（13800000093）：奶酪棒4包
天天爸爸（13800000094）：饼干3盒，面包1箱
乐乐奶奶（13800000095）：饼干两盒
果果妈妈（13800000096）：零食1份
朵朵妈妈（13800000097）：奶酪棒、面包、饼干各1`,
    entries: [
      {
        name: '李姐',
        phone: '13800000091',
        lines: [
          { skuId: 'nl', quantity: 2 },
          { skuId: 'bg', quantity: 1 },
        ],
      },
      { name: '小张妈妈', phone: '13800000092', lines: [{ skuId: 'xs', quantity: 1 }] },
      { name: '豆豆妈妈', phone: '13800000093', lines: [{ skuId: 'nl', quantity: 4 }] },
      {
        name: '天天爸爸',
        phone: '13800000094',
        lines: [
          { skuId: 'bg', quantity: 3 },
          { skuId: 'xs', quantity: 1 },
        ],
      },
      { name: '乐乐奶奶', phone: '13800000095', lines: [{ skuId: 'bg', quantity: 2 }] },
      { name: '果果妈妈', phone: '13800000096', lines: [], isOpen: true },
      {
        name: '朵朵妈妈',
        phone: '13800000097',
        lines: [
          { skuId: 'nl', quantity: 1 },
          { skuId: 'xs', quantity: 1 },
          { skuId: 'bg', quantity: 1 },
        ],
      },
    ],
  },
  {
    goods: [
      { skuId: 'zd', productName: '竹笋', unit: '斤' },
      { skuId: 'jc', productName: '荠菜', unit: '斤' },
    ],
    points: [],
    text: `#接龙
春天第一拨，竹笋7 荠菜12 上午挖下午送

1. 王婶 竹笋5斤，荠菜1斤
2. 李姐 笋3斤
3. 陈伯 荠菜2斤
4. 小陈 竹笋2kg
5. 周姨 荠菜半公斤
6. 阿强 竹笋4斤 荠菜2斤 6点后在家
7. 302室 竹笋一斤
8. 郑师傅 竹笋10斤
7. 302室 竹笋两斤`,
    entries: [
      {
        number: 1,
        name: '王婶',
        lines: [
          { skuId: 'zd', quantity: 5 },
          { skuId: 'jc', quantity: 1 },
        ],
      },
      { number: 2, name: '李姐', lines: [{ skuId: 'zd', quantity: 3 }] },
      { number: 3, name: '陈伯', lines: [{ skuId: 'jc', quantity: 2 }] },
      { number: 4, name: '小陈', lines: [{ skuId: 'zd', quantity: 4 }] },
      { number: 5, name: '周姨', lines: [{ skuId: 'jc', quantity: 1 }] },
      {
        number: 6,
        name: '阿强',
        lines: [
          { skuId: 'zd', quantity: 4 },
          { skuId: 'jc', quantity: 2 },
        ],
      },
      { number: 8, name: '郑师傅', lines: [{ skuId: 'zd', quantity: 10 }] },
      { number: 7, name: '302室', lines: [{ skuId: 'zd', quantity: 2 }] },
    ],
  },
]
