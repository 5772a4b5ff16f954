import type { PastedList } from '../pasted-list'

/** Invented lists in the style of 接龙 messages, each with the entries a careful reader takes from it. */
export const unseenLists1: readonly PastedList[] = [
  {
    goods: [
      { skuId: 'ht', productName: '核桃', unit: '斤' },
      { skuId: 'sb', productName: '柿饼', unit: '斤' },
    ],
    points: [],
    text: `#接龙
老家核桃、柿饼，核桃18元/斤，柿饼22元/斤，周五晚8点截止

例 王婶 核桃2斤

1. 李姐 核桃两斤
2. 张叔 核桃5斤 柿饼2斤
3. 刘嫂 柿饼3斤，要软的
4. 小张妈妈 核桃2斤+柿饼1斤
5. 赵大爷 核桃半斤
6. 302室 柿饼一公斤
7. 周姨 核桃十斤 周六下午来拿
8. 老孙 同上`,
    entries: [
      { number: 1, name: '李姐', lines: [{ skuId: 'ht', quantity: 2 }] },
      {
        number: 2,
        name: '张叔',
        lines: [
          { skuId: 'ht', quantity: 5 },
          { skuId: 'sb', quantity: 2 },
        ],
      },
      { number: 3, name: '刘嫂', lines: [{ skuId: 'sb', quantity: 3 }] },
      {
        number: 4,
        name: '小张妈妈',
        lines: [
          { skuId: 'ht', quantity: 2 },
          { skuId: 'sb', quantity: 1 },
        ],
      },
      { number: 5, name: '赵大爷', lines: [], isOpen: true },
      { number: 6, name: '302室', lines: [{ skuId: 'sb', quantity: 2 }] },
      { number: 7, name: '周姨', lines: [{ skuId: 'ht', quantity: 10 }] },
      { number: 8, name: '老孙', lines: [{ skuId: 'ht', quantity: 10 }] },
    ],
  },
  {
    goods: [{ skuId: 'jd', productName: '土鸡蛋', unit: '枚' }],
    points: [],
    text: `李姐: 鸡蛋30个
王婶: 我要一打
张叔: 来20枚
小张妈妈: 土鸡旦40个，给孩子吃的
老板: 大家抓紧，明天一早送
赵大爷: 半打就够了，一个人吃
501室: +10
何嫂: 鸡蛋五十个🥚🥚
吴哥: 这个蛋新鲜不？
二婶: 要两打`,
    entries: [
      { name: '李姐', lines: [{ skuId: 'jd', quantity: 30 }] },
      { name: '王婶', lines: [{ skuId: 'jd', quantity: 12 }] },
      { name: '张叔', lines: [{ skuId: 'jd', quantity: 20 }] },
      { name: '小张妈妈', lines: [{ skuId: 'jd', quantity: 40 }] },
      { name: '赵大爷', lines: [{ skuId: 'jd', quantity: 6 }] },
      { name: '501室', lines: [{ skuId: 'jd', quantity: 10 }] },
      { name: '何嫂', lines: [{ skuId: 'jd', quantity: 50 }] },
      { name: '二婶', lines: [{ skuId: 'jd', quantity: 24 }] },
    ],
  },
  {
    goods: [{ skuId: 'cm', productName: '草莓', unit: '盒' }],
    points: [
      { id: 'nan', name: '南门保安亭' },
      { id: 'bei', name: '北门驿站' },
    ],
    text: `#接龙
红颜草莓35一盒 明早现摘

1. 朵朵妈妈 2盒 南门
2. 乐乐奶奶 1盒 北门
3. 李姐 草莓三盒 南门保安亭
4. 小陈 ➕1 北门驿站
5. 周姨 两盒，北门拿
6. 302室 4盒 南门 13800000006
7. 罗姐 草莓１盒 南门
8. 杨老师 2份 北门，晚上7点后取
9.`,
    entries: [
      { number: 1, name: '朵朵妈妈', pointId: 'nan', lines: [{ skuId: 'cm', quantity: 2 }] },
      { number: 2, name: '乐乐奶奶', pointId: 'bei', lines: [{ skuId: 'cm', quantity: 1 }] },
      { number: 3, name: '李姐', pointId: 'nan', lines: [{ skuId: 'cm', quantity: 3 }] },
      { number: 4, name: '小陈', pointId: 'bei', lines: [{ skuId: 'cm', quantity: 1 }] },
      { number: 5, name: '周姨', pointId: 'bei', lines: [{ skuId: 'cm', quantity: 2 }] },
      {
        number: 6,
        name: '302室',
        phone: '13800000006',
        pointId: 'nan',
        lines: [{ skuId: 'cm', quantity: 4 }],
      },
      { number: 7, name: '罗姐', pointId: 'nan', lines: [{ skuId: 'cm', quantity: 1 }] },
      { number: 8, name: '杨老师', pointId: 'bei', lines: [{ skuId: 'cm', quantity: 2 }] },
    ],
  },
  {
    goods: [
      { skuId: 'm5', productName: '东北大米', label: '5斤装', unit: '袋' },
      { skuId: 'm10', productName: '东北大米', label: '10斤装', unit: '袋' },
    ],
    points: [],
    text: `#接龙
五常大米到货！5斤装32元，10斤装60元

1、王婶 10斤装1袋
2、李姐 5斤装2袋
3、老钱 5斤的一袋 10斤的两袋
4、郑师傅 大米2袋
5、阿芳 来袋10斤的
6、小马 10斤装 x3
7、孙奶奶 五斤装一袋，麻烦送上楼
8、阿强 5斤装1袋，10斤装1袋`,
    entries: [
      { number: 1, name: '王婶', lines: [{ skuId: 'm10', quantity: 1 }] },
      { number: 2, name: '李姐', lines: [{ skuId: 'm5', quantity: 2 }] },
      {
        number: 3,
        name: '老钱',
        lines: [
          { skuId: 'm5', quantity: 1 },
          { skuId: 'm10', quantity: 2 },
        ],
      },
      { number: 4, name: '郑师傅', lines: [], isOpen: true },
      { number: 5, name: '阿芳', lines: [{ skuId: 'm10', quantity: 1 }] },
      { number: 6, name: '小马', lines: [{ skuId: 'm10', quantity: 3 }] },
      { number: 7, name: '孙奶奶', lines: [{ skuId: 'm5', quantity: 1 }] },
      {
        number: 8,
        name: '阿强',
        lines: [
          { skuId: 'm5', quantity: 1 },
          { skuId: 'm10', quantity: 1 },
        ],
      },
    ],
  },
  {
    goods: [
      { skuId: 'df', productName: '老豆腐', unit: '块' },
      { skuId: 'dg', productName: '豆干', unit: '斤' },
      { skuId: 'dj', productName: '豆浆', unit: '瓶' },
    ],
    points: [],
    text: `李姐 19:02
豆腐2块 豆浆1瓶

王婶 19:03
豆干一斤

张叔 19:05
豆腐3块

赵大爷 19:05
+1

胖婶 19:11
豆浆4瓶 豆腐一块 豆干2斤

老板娘 19:12
收到，明早六点半出摊

周姨 19:20
老豆腐两块，豆浆两瓶

大刘 19:31
豆干500g`,
    entries: [
      {
        name: '李姐',
        lines: [
          { skuId: 'df', quantity: 2 },
          { skuId: 'dj', quantity: 1 },
        ],
      },
      { name: '王婶', lines: [{ skuId: 'dg', quantity: 1 }] },
      { name: '张叔', lines: [{ skuId: 'df', quantity: 3 }] },
      { name: '赵大爷', lines: [], isOpen: true },
      {
        name: '胖婶',
        lines: [
          { skuId: 'dj', quantity: 4 },
          { skuId: 'df', quantity: 1 },
          { skuId: 'dg', quantity: 2 },
        ],
      },
      {
        name: '周姨',
        lines: [
          { skuId: 'df', quantity: 2 },
          { skuId: 'dj', quantity: 2 },
        ],
      },
      { name: '大刘', lines: [{ skuId: 'dg', quantity: 1 }] },
    ],
  },
]
