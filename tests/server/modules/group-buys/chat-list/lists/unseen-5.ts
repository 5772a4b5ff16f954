import type { PastedList } from '../pasted-list'

/** Invented lists in the style of 接龙 messages, each with the entries a careful reader takes from it. */
export const unseenLists5: readonly PastedList[] = [
  {
    goods: [
      { skuId: 'xg', productName: '香菇酱', unit: '瓶' },
      { skuId: 'lj', productName: '辣椒酱', unit: '瓶' },
      { skuId: 'dg', productName: '豆瓣酱', unit: '瓶' },
    ],
    points: [],
    text: `#接龙
下饭酱15一瓶，三瓶40

1. 王婶 香菇2瓶 辣椒1瓶
2. 李姐 辣椒酱3瓶
3. 小陈 香菇酱1 辣椒酱1 豆瓣酱1
4. 马大姐 豆瓣两瓶
5. 老钱 酱3瓶
6. 郑师傅 辣椒酱6瓶！！工地上吃
7. 杨老师 香菇酱2瓶
3. 小陈 香菇酱2 辣椒酱2 豆瓣酱2
8. 吴哥 同7号`,
    entries: [
      {
        number: 1,
        name: '王婶',
        lines: [
          { skuId: 'xg', quantity: 2 },
          { skuId: 'lj', quantity: 1 },
        ],
      },
      { number: 2, name: '李姐', lines: [{ skuId: 'lj', quantity: 3 }] },
      { number: 4, name: '马大姐', lines: [{ skuId: 'dg', quantity: 2 }] },
      { number: 5, name: '老钱', lines: [], isOpen: true },
      { number: 6, name: '郑师傅', lines: [{ skuId: 'lj', quantity: 6 }] },
      { number: 7, name: '杨老师', lines: [{ skuId: 'xg', quantity: 2 }] },
      {
        number: 3,
        name: '小陈',
        lines: [
          { skuId: 'xg', quantity: 2 },
          { skuId: 'lj', quantity: 2 },
          { skuId: 'dg', quantity: 2 },
        ],
      },
      { number: 8, name: '吴哥', lines: [{ skuId: 'xg', quantity: 2 }] },
    ],
  },
  {
    goods: [
      { skuId: 'yu', productName: '草鱼', unit: '条' },
      { skuId: 'jy', productName: '鲫鱼', unit: '斤' },
    ],
    points: [],
    text: `明天干塘！草鱼30一条，鲫鱼12一斤，要的接

1️⃣ 王婶 草鱼1条
2️⃣ 张叔 草鱼2条 鲫鱼3斤
3️⃣ 李姐 鲫鱼2斤
4️⃣ 老孙 草鱼一条，杀好
5️⃣ 赵大爷 鲫鱼一斤
6️⃣ 刘嫂 草鱼两条 鲫鱼两斤
7️⃣ 何嫂 鲫鱼2斤 鲢鱼一条
8️⃣ 三姑 鲫鱼5斤 熬汤`,
    entries: [
      { number: 1, name: '王婶', lines: [{ skuId: 'yu', quantity: 1 }] },
      {
        number: 2,
        name: '张叔',
        lines: [
          { skuId: 'yu', quantity: 2 },
          { skuId: 'jy', quantity: 3 },
        ],
      },
      { number: 3, name: '李姐', lines: [{ skuId: 'jy', quantity: 2 }] },
      { number: 4, name: '老孙', lines: [{ skuId: 'yu', quantity: 1 }] },
      { number: 5, name: '赵大爷', lines: [{ skuId: 'jy', quantity: 1 }] },
      {
        number: 6,
        name: '刘嫂',
        lines: [
          { skuId: 'yu', quantity: 2 },
          { skuId: 'jy', quantity: 2 },
        ],
      },
      { number: 7, name: '何嫂', lines: [{ skuId: 'jy', quantity: 2 }], isOpen: true },
      { number: 8, name: '三姑', lines: [{ skuId: 'jy', quantity: 5 }] },
    ],
  },
  {
    goods: [
      { skuId: 'pg5', productName: '苹果', label: '5斤装', unit: '箱' },
      { skuId: 'pg10', productName: '苹果', label: '10斤装', unit: '箱' },
    ],
    points: [
      { id: 'dm', name: '大门口' },
      { id: 'cz', name: '车站便利店' },
    ],
    text: `红富士 5斤装25 10斤装45 自提：大门口 / 车站便利店

1. 李姐，13800000031，10斤装1箱，大门口
2. 王婶，13800000032，5斤装2箱，车站便利店
3. 小马，13800000033，10斤装两箱，车站
4. 阿芳，13800000034，5斤装1箱10斤装1箱，大门口
5. 周姨，13800000035，苹果1箱，大门口
6. 大刘，13800000036，5斤装三箱，便利店
7. 孙奶奶，10斤装一箱，大门口，电话13800000037`,
    entries: [
      {
        number: 1,
        name: '李姐',
        phone: '13800000031',
        pointId: 'dm',
        lines: [{ skuId: 'pg10', quantity: 1 }],
      },
      {
        number: 2,
        name: '王婶',
        phone: '13800000032',
        pointId: 'cz',
        lines: [{ skuId: 'pg5', quantity: 2 }],
      },
      {
        number: 3,
        name: '小马',
        phone: '13800000033',
        pointId: 'cz',
        lines: [{ skuId: 'pg10', quantity: 2 }],
      },
      {
        number: 4,
        name: '阿芳',
        phone: '13800000034',
        pointId: 'dm',
        lines: [
          { skuId: 'pg5', quantity: 1 },
          { skuId: 'pg10', quantity: 1 },
        ],
      },
      { number: 5, name: '周姨', phone: '13800000035', pointId: 'dm', lines: [], isOpen: true },
      {
        number: 6,
        name: '大刘',
        phone: '13800000036',
        pointId: 'cz',
        lines: [{ skuId: 'pg5', quantity: 3 }],
      },
      {
        number: 7,
        name: '孙奶奶',
        phone: '13800000037',
        pointId: 'dm',
        lines: [{ skuId: 'pg10', quantity: 1 }],
      },
    ],
  },
  {
    goods: [
      { skuId: 'nf', productName: '洗发水', unit: '瓶' },
      { skuId: 'my', productName: '沐浴露', unit: '瓶' },
      { skuId: 'yg', productName: '牙膏', unit: '支' },
    ],
    points: [],
    text: `#Group Note
日用品团 洗发水29 沐浴露25 牙膏9.9

1. 小陈 洗发水1瓶，牙膏2支
2. 502室 沐浴露2瓶
3. 罗姐 牙膏5支
4. 阿强 洗发水2瓶 沐浴露2瓶 牙膏4支
5. 李姐 沐浴露一瓶；牙膏三支
6. 吴哥 牙刷2支
7. 何嫂 洗发水一瓶 / 沐浴露一瓶
8. 杨老师 牙膏10支（办公室一起）`,
    entries: [
      {
        number: 1,
        name: '小陈',
        lines: [
          { skuId: 'nf', quantity: 1 },
          { skuId: 'yg', quantity: 2 },
        ],
      },
      { number: 2, name: '502室', lines: [{ skuId: 'my', quantity: 2 }] },
      { number: 3, name: '罗姐', lines: [{ skuId: 'yg', quantity: 5 }] },
      {
        number: 4,
        name: '阿强',
        lines: [
          { skuId: 'nf', quantity: 2 },
          { skuId: 'my', quantity: 2 },
          { skuId: 'yg', quantity: 4 },
        ],
      },
      {
        number: 5,
        name: '李姐',
        lines: [
          { skuId: 'my', quantity: 1 },
          { skuId: 'yg', quantity: 3 },
        ],
      },
      { number: 6, name: '吴哥', lines: [], isOpen: true },
      {
        number: 7,
        name: '何嫂',
        lines: [
          { skuId: 'nf', quantity: 1 },
          { skuId: 'my', quantity: 1 },
        ],
      },
      { number: 8, name: '杨老师', lines: [{ skuId: 'yg', quantity: 10 }] },
    ],
  },
  {
    goods: [
      { skuId: 'mg', productName: '蘑菇', unit: '斤' },
      { skuId: 'me', productName: '木耳', unit: '斤' },
    ],
    points: [],
    text: `李姐 2026/11/28 20:01:12
蘑菇2斤

王婶 2026/11/28 20:02:45
木耳一斤 蘑菇三斤

老钱 2026/11/28 20:03:10
木耳二两

张叔 2026/11/28 20:05:33
蘑菇2公斤

胖婶 2026/11/28 20:07:00
木耳1斤

郑师傅 2026/11/28 20:10:02
两样各2斤

李姐 2026/11/28 20:15:48
我那个不要了，取消

陈伯 2026/11/28 20:16:20
蘑菇五斤，明早来拿`,
    entries: [
      {
        name: '王婶',
        lines: [
          { skuId: 'me', quantity: 1 },
          { skuId: 'mg', quantity: 3 },
        ],
      },
      { name: '老钱', lines: [], isOpen: true },
      { name: '张叔', lines: [{ skuId: 'mg', quantity: 4 }] },
      { name: '胖婶', lines: [{ skuId: 'me', quantity: 1 }] },
      {
        name: '郑师傅',
        lines: [
          { skuId: 'mg', quantity: 2 },
          { skuId: 'me', quantity: 2 },
        ],
      },
      { name: '李姐', lines: [], kind: 'cancel' },
      { name: '陈伯', lines: [{ skuId: 'mg', quantity: 5 }] },
    ],
  },
]
