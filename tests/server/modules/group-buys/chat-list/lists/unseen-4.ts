import type { PastedList } from '../pasted-list'

/** Invented lists in the style of 接龙 messages, each with the entries a careful reader takes from it. */
export const unseenLists4: readonly PastedList[] = [
  {
    goods: [
      { skuId: 'jz1', productName: '水饺', label: '猪肉白菜', unit: '份' },
      { skuId: 'jz2', productName: '水饺', label: '韭菜鸡蛋', unit: '份' },
      { skuId: 'jz3', productName: '水饺', label: '三鲜', unit: '份' },
    ],
    points: [],
    text: `#接龙
手工水饺一份50个，猪肉白菜30 韭菜鸡蛋25 三鲜35

1. 302室 猪肉白菜1份
2. 李姐 韭菜鸡蛋2份，三鲜1份
3. 小陈 白菜的两份
4. 罗姐 三鲜一份 猪肉白菜一份
5. 阿强 韭菜鸡蛋x1
6. 杨老师 每样一份
7. 吴哥 猪肉大葱2份
8. 朵朵妈妈 三鲜*2`,
    entries: [
      { number: 1, name: '302室', lines: [{ skuId: 'jz1', quantity: 1 }] },
      {
        number: 2,
        name: '李姐',
        lines: [
          { skuId: 'jz2', quantity: 2 },
          { skuId: 'jz3', quantity: 1 },
        ],
      },
      { number: 3, name: '小陈', lines: [{ skuId: 'jz1', quantity: 2 }] },
      {
        number: 4,
        name: '罗姐',
        lines: [
          { skuId: 'jz3', quantity: 1 },
          { skuId: 'jz1', quantity: 1 },
        ],
      },
      { number: 5, name: '阿强', lines: [{ skuId: 'jz2', quantity: 1 }] },
      {
        number: 6,
        name: '杨老师',
        lines: [
          { skuId: 'jz1', quantity: 1 },
          { skuId: 'jz2', quantity: 1 },
          { skuId: 'jz3', quantity: 1 },
        ],
      },
      { number: 7, name: '吴哥', lines: [], isOpen: true },
      { number: 8, name: '朵朵妈妈', lines: [{ skuId: 'jz3', quantity: 2 }] },
    ],
  },
  {
    goods: [
      { skuId: 'lr', productName: '腊肉', unit: '斤' },
      { skuId: 'lc', productName: '腊肠', unit: '斤' },
    ],
    points: [
      { id: 'xx', name: '村小学门口' },
      { id: 'wh', name: '文化广场' },
    ],
    text: `腊肉腊肠接龙（腊肉45 腊肠48），两个点自提

【村小学门口】
1. 王婶 腊肉3斤
2. 李姐 腊肠2斤
3. 张叔 腊肉2斤 腊肠2斤
4. 二婶 腊肉1公斤
【文化广场】
5. 老孙 腊肠5斤
6. 赵大爷 腊肉一斤 腊肠一斤
7. 郑师傅 腊肉4斤，肥一点
8. 刘嫂 腊肠三斤`,
    entries: [
      { number: 1, name: '王婶', pointId: 'xx', lines: [{ skuId: 'lr', quantity: 3 }] },
      { number: 2, name: '李姐', pointId: 'xx', lines: [{ skuId: 'lc', quantity: 2 }] },
      {
        number: 3,
        name: '张叔',
        pointId: 'xx',
        lines: [
          { skuId: 'lr', quantity: 2 },
          { skuId: 'lc', quantity: 2 },
        ],
      },
      { number: 4, name: '二婶', pointId: 'xx', lines: [{ skuId: 'lr', quantity: 2 }] },
      { number: 5, name: '老孙', pointId: 'wh', lines: [{ skuId: 'lc', quantity: 5 }] },
      {
        number: 6,
        name: '赵大爷',
        pointId: 'wh',
        lines: [
          { skuId: 'lr', quantity: 1 },
          { skuId: 'lc', quantity: 1 },
        ],
      },
      { number: 7, name: '郑师傅', pointId: 'wh', lines: [{ skuId: 'lr', quantity: 4 }] },
      { number: 8, name: '刘嫂', pointId: 'wh', lines: [{ skuId: 'lc', quantity: 3 }] },
    ],
  },
  {
    goods: [
      { skuId: 'xg', productName: '大闸蟹', label: '公蟹', unit: '只' },
      { skuId: 'xm', productName: '大闸蟹', label: '母蟹', unit: '只' },
    ],
    points: [],
    text: `李姐:
公蟹4只 母蟹4只

小陈:
公母各5只

老钱:
母的10只

吴哥:
螃蟹8只

501室:
公的六只

周姨:
母蟹六只，要活的，死了不要哈

小张妈妈:
4公4母

何嫂:
怎么卖的呀？`,
    entries: [
      {
        name: '李姐',
        lines: [
          { skuId: 'xg', quantity: 4 },
          { skuId: 'xm', quantity: 4 },
        ],
      },
      {
        name: '小陈',
        lines: [
          { skuId: 'xg', quantity: 5 },
          { skuId: 'xm', quantity: 5 },
        ],
      },
      { name: '老钱', lines: [{ skuId: 'xm', quantity: 10 }] },
      { name: '吴哥', lines: [], isOpen: true },
      { name: '501室', lines: [{ skuId: 'xg', quantity: 6 }] },
      { name: '周姨', lines: [{ skuId: 'xm', quantity: 6 }] },
      {
        name: '小张妈妈',
        lines: [
          { skuId: 'xg', quantity: 4 },
          { skuId: 'xm', quantity: 4 },
        ],
      },
    ],
  },
  {
    goods: [
      { skuId: 'll', productName: '蓝莓', unit: '盒' },
      { skuId: 'yt', productName: '樱桃', unit: '斤' },
      { skuId: 'ym', productName: '杨梅', unit: '篮' },
    ],
    points: [],
    text: `#接龙
水果团第12期，蓝莓18/盒，樱桃30/斤，杨梅48/篮

1. 阿芳 蓝莓4盒
2. 302室 樱桃2斤 杨梅1篮
3. 李姐 蓝莓2盒、樱桃1斤、杨梅1篮
4. 罗姐 樱桃三斤
5. 乐乐奶奶 杨梅两篮 泡酒
6. 小马 蓝莓６盒
7. 周姨 蓝莓3盒 樱桃几斤吧，看着给
8. 阿强 蓝莓2盒🫐樱桃1斤🍒
9. 大刘 蓝莓一盒 杨梅一篮 下班七点来`,
    entries: [
      { number: 1, name: '阿芳', lines: [{ skuId: 'll', quantity: 4 }] },
      {
        number: 2,
        name: '302室',
        lines: [
          { skuId: 'yt', quantity: 2 },
          { skuId: 'ym', quantity: 1 },
        ],
      },
      {
        number: 3,
        name: '李姐',
        lines: [
          { skuId: 'll', quantity: 2 },
          { skuId: 'yt', quantity: 1 },
          { skuId: 'ym', quantity: 1 },
        ],
      },
      { number: 4, name: '罗姐', lines: [{ skuId: 'yt', quantity: 3 }] },
      { number: 5, name: '乐乐奶奶', lines: [{ skuId: 'ym', quantity: 2 }] },
      { number: 6, name: '小马', lines: [{ skuId: 'll', quantity: 6 }] },
      { number: 7, name: '周姨', lines: [{ skuId: 'll', quantity: 3 }], isOpen: true },
      {
        number: 8,
        name: '阿强',
        lines: [
          { skuId: 'll', quantity: 2 },
          { skuId: 'yt', quantity: 1 },
        ],
      },
      {
        number: 9,
        name: '大刘',
        lines: [
          { skuId: 'll', quantity: 1 },
          { skuId: 'ym', quantity: 1 },
        ],
      },
    ],
  },
  {
    goods: [{ skuId: 'hs', productName: '花生', unit: '斤' }],
    points: [],
    text: `新花生，晒干的，8块一斤

王婶 5斤
李姐十斤
张叔要3斤
俺要2斤 老孙
赵大爷 2公斤
二婶 称五斤
胖婶 整10斤
小李爸爸 落花生4斤
陈伯 四五斤`,
    entries: [
      { name: '王婶', lines: [{ skuId: 'hs', quantity: 5 }] },
      { name: '李姐', lines: [{ skuId: 'hs', quantity: 10 }] },
      { name: '张叔', lines: [{ skuId: 'hs', quantity: 3 }] },
      { name: '老孙', lines: [{ skuId: 'hs', quantity: 2 }] },
      { name: '赵大爷', lines: [{ skuId: 'hs', quantity: 4 }] },
      { name: '二婶', lines: [{ skuId: 'hs', quantity: 5 }] },
      { name: '胖婶', lines: [{ skuId: 'hs', quantity: 10 }] },
      { name: '小李爸爸', lines: [{ skuId: 'hs', quantity: 4 }] },
      { name: '陈伯', lines: [], isOpen: true },
    ],
  },
]
