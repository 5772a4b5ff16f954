import type { PastedList } from '../pasted-list'

/** Invented lists in the style of 接龙 messages, each with the entries a careful reader takes from it. */
export const unseenLists3: readonly PastedList[] = [
  {
    goods: [
      { skuId: 'tj', productName: '土鸡', unit: '只' },
      { skuId: 'ty', productName: '土鸭', unit: '只' },
    ],
    points: [],
    text: `王婶：鸡一只
李姐：老板我要两只鸡，杀好
赵大爷：鸭子1只
小李爸爸：土鸡1只土鸭1只
陈伯：土鸡3只，腊月二十来拿
刘嫂：鸡鸭各一只
李姐：再加一只鸭
马大姐：土鹅有没有？
胖婶：土鸭两只 不用杀`,
    entries: [
      { name: '王婶', lines: [{ skuId: 'tj', quantity: 1 }] },
      { name: '李姐', lines: [{ skuId: 'tj', quantity: 2 }] },
      { name: '赵大爷', lines: [{ skuId: 'ty', quantity: 1 }] },
      {
        name: '小李爸爸',
        lines: [
          { skuId: 'tj', quantity: 1 },
          { skuId: 'ty', quantity: 1 },
        ],
      },
      { name: '陈伯', lines: [{ skuId: 'tj', quantity: 3 }] },
      {
        name: '刘嫂',
        lines: [
          { skuId: 'tj', quantity: 1 },
          { skuId: 'ty', quantity: 1 },
        ],
      },
      { name: '李姐', lines: [{ skuId: 'ty', quantity: 1 }] },
      { name: '胖婶', lines: [{ skuId: 'ty', quantity: 2 }] },
    ],
  },
  {
    goods: [
      { skuId: 'jc1', productName: '练习册', label: '语文', unit: '本' },
      { skuId: 'jc2', productName: '练习册', label: '数学', unit: '本' },
      { skuId: 'jc3', productName: '练习册', label: '英语', unit: '本' },
    ],
    points: [],
    text: `#接龙
三(2)班练习册登记，语文15 数学15 英语18

例 小明妈妈 语文1本

1. 小张妈妈 语文1本 数学1本
2. 小李爸爸 三本全要
3. 朵朵妈妈 英语1本
4. 乐乐奶奶 语数英各一本
5. 豆豆妈妈 数学1本，英语1本
6. 天天爸爸 语文2本（双胞胎）数学2本
7. 果果妈妈 +1
8. 小马妈妈 语文1 英语1
9. 圆圆爸爸 同上`,
    entries: [
      {
        number: 1,
        name: '小张妈妈',
        lines: [
          { skuId: 'jc1', quantity: 1 },
          { skuId: 'jc2', quantity: 1 },
        ],
      },
      {
        number: 2,
        name: '小李爸爸',
        lines: [
          { skuId: 'jc1', quantity: 1 },
          { skuId: 'jc2', quantity: 1 },
          { skuId: 'jc3', quantity: 1 },
        ],
      },
      { number: 3, name: '朵朵妈妈', lines: [{ skuId: 'jc3', quantity: 1 }] },
      {
        number: 4,
        name: '乐乐奶奶',
        lines: [
          { skuId: 'jc1', quantity: 1 },
          { skuId: 'jc2', quantity: 1 },
          { skuId: 'jc3', quantity: 1 },
        ],
      },
      {
        number: 5,
        name: '豆豆妈妈',
        lines: [
          { skuId: 'jc2', quantity: 1 },
          { skuId: 'jc3', quantity: 1 },
        ],
      },
      {
        number: 6,
        name: '天天爸爸',
        lines: [
          { skuId: 'jc1', quantity: 2 },
          { skuId: 'jc2', quantity: 2 },
        ],
      },
      { number: 7, name: '果果妈妈', lines: [], isOpen: true },
      {
        number: 8,
        name: '小马妈妈',
        lines: [
          { skuId: 'jc1', quantity: 1 },
          { skuId: 'jc3', quantity: 1 },
        ],
      },
      {
        number: 9,
        name: '圆圆爸爸',
        lines: [
          { skuId: 'jc1', quantity: 1 },
          { skuId: 'jc3', quantity: 1 },
        ],
      },
    ],
  },
  {
    goods: [{ skuId: 'cz', productName: '脐橙', unit: '箱' }],
    points: [],
    text: `#接龙
赣南脐橙10斤一箱 39.9包送到小区

1.王婶1箱
2.李姐2箱
3.阿芳一箱
4.吴哥3箱 13800000021
5.杨老师2箱，放门口就行
6.老孙1箱
7.小陈 橙子两箱
8.郑师傅1箱 已付39.9
9.孙奶奶一箱🍊
10.二婶5箱，单位发福利`,
    entries: [
      { number: 1, name: '王婶', lines: [{ skuId: 'cz', quantity: 1 }] },
      { number: 2, name: '李姐', lines: [{ skuId: 'cz', quantity: 2 }] },
      { number: 3, name: '阿芳', lines: [{ skuId: 'cz', quantity: 1 }] },
      { number: 4, name: '吴哥', phone: '13800000021', lines: [{ skuId: 'cz', quantity: 3 }] },
      { number: 5, name: '杨老师', lines: [{ skuId: 'cz', quantity: 2 }] },
      { number: 6, name: '老孙', lines: [{ skuId: 'cz', quantity: 1 }] },
      { number: 7, name: '小陈', lines: [{ skuId: 'cz', quantity: 2 }] },
      { number: 8, name: '郑师傅', lines: [{ skuId: 'cz', quantity: 1 }] },
      { number: 9, name: '孙奶奶', lines: [{ skuId: 'cz', quantity: 1 }] },
      { number: 10, name: '二婶', lines: [{ skuId: 'cz', quantity: 5 }] },
    ],
  },
  {
    goods: [
      { skuId: 'mt', productName: '馒头', unit: '个' },
      { skuId: 'hj', productName: '花卷', unit: '个' },
      { skuId: 'bz', productName: '肉包', unit: '个' },
    ],
    points: [],
    text: `—————  2026-11-20  —————

王婶  07:15
馒头10个

李姐  07:16
花卷6个 肉包4个

老孙  07:18
馒头20 花卷10

小马  07:22
肉包来俩

赵大爷  07:25
馒头五个，软和点的

胖婶  07:40
好嘞，九点来拿

三姑  07:41
包子仨

刘嫂  07:50
馒头、花卷各八个`,
    entries: [
      { name: '王婶', lines: [{ skuId: 'mt', quantity: 10 }] },
      {
        name: '李姐',
        lines: [
          { skuId: 'hj', quantity: 6 },
          { skuId: 'bz', quantity: 4 },
        ],
      },
      {
        name: '老孙',
        lines: [
          { skuId: 'mt', quantity: 20 },
          { skuId: 'hj', quantity: 10 },
        ],
      },
      { name: '小马', lines: [{ skuId: 'bz', quantity: 2 }] },
      { name: '赵大爷', lines: [{ skuId: 'mt', quantity: 5 }] },
      { name: '三姑', lines: [{ skuId: 'bz', quantity: 3 }] },
      {
        name: '刘嫂',
        lines: [
          { skuId: 'mt', quantity: 8 },
          { skuId: 'hj', quantity: 8 },
        ],
      },
    ],
  },
  {
    goods: [
      { skuId: 'py', productName: '菜籽油', label: '5升', unit: '桶' },
      { skuId: 'py2', productName: '菜籽油', label: '10升', unit: '桶' },
    ],
    points: [],
    text: `新榨菜籽油，5升75，10升145，自己油坊的

1) 王婶 5升一桶
2) 李姐 10升2桶
3) 大刘 10L 1桶
4) 何嫂 5L两桶
5) 陈伯 菜油1桶
6) 老钱 5升1桶 10升1桶
7) 马大姐 10升的一桶，周日我侄儿来提
8) 周姨 5升的3桶`,
    entries: [
      { number: 1, name: '王婶', lines: [{ skuId: 'py', quantity: 1 }] },
      { number: 2, name: '李姐', lines: [{ skuId: 'py2', quantity: 2 }] },
      { number: 3, name: '大刘', lines: [{ skuId: 'py2', quantity: 1 }] },
      { number: 4, name: '何嫂', lines: [{ skuId: 'py', quantity: 2 }] },
      { number: 5, name: '陈伯', lines: [], isOpen: true },
      {
        number: 6,
        name: '老钱',
        lines: [
          { skuId: 'py', quantity: 1 },
          { skuId: 'py2', quantity: 1 },
        ],
      },
      { number: 7, name: '马大姐', lines: [{ skuId: 'py2', quantity: 1 }] },
      { number: 8, name: '周姨', lines: [{ skuId: 'py', quantity: 3 }] },
    ],
  },
]
