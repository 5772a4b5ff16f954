import type { PastedList } from '../pasted-list'

/** Invented lists in the style of 接龙 messages, each with the entries a careful reader takes from it. */
export const unseenLists9: readonly PastedList[] = [
  {
    goods: [
      { skuId: 'xh', productName: '鲜花', label: '玫瑰', unit: '束' },
      { skuId: 'bh', productName: '鲜花', label: '百合', unit: '束' },
    ],
    points: [
      { id: 'qt', name: '前台' },
      { id: 'st', name: '食堂门口' },
    ],
    text: `#接龙
周一鲜花，玫瑰29.9 百合35，前台或食堂门口拿

1. 小陈 玫瑰1束 前台
2. 罗姐 百合一束 食堂门口
3. 杨老师 玫瑰2束 百合1束 前台
4. 阿芳 玫瑰一束，食堂
5. 小马 花1束 前台
6. 李姐 百合两束 前台 13800000061
7. 吴哥 玫瑰9束 食堂门口 💐
8. 周姨 玫瑰百合各一束 前台`,
    entries: [
      { number: 1, name: '小陈', pointId: 'qt', lines: [{ skuId: 'xh', quantity: 1 }] },
      { number: 2, name: '罗姐', pointId: 'st', lines: [{ skuId: 'bh', quantity: 1 }] },
      {
        number: 3,
        name: '杨老师',
        pointId: 'qt',
        lines: [
          { skuId: 'xh', quantity: 2 },
          { skuId: 'bh', quantity: 1 },
        ],
      },
      { number: 4, name: '阿芳', pointId: 'st', lines: [{ skuId: 'xh', quantity: 1 }] },
      { number: 5, name: '小马', pointId: 'qt', lines: [], isOpen: true },
      { number: 6, name: '李姐', phone: '13800000061', pointId: 'qt', lines: [{ skuId: 'bh', quantity: 2 }] },
      { number: 7, name: '吴哥', pointId: 'st', lines: [{ skuId: 'xh', quantity: 9 }] },
      {
        number: 8,
        name: '周姨',
        pointId: 'qt',
        lines: [
          { skuId: 'xh', quantity: 1 },
          { skuId: 'bh', quantity: 1 },
        ],
      },
    ],
  },
  {
    goods: [
      { skuId: 'mj', productName: '米酒', unit: '瓶' },
      { skuId: 'bj', productName: '白酒', unit: '斤' },
    ],
    points: [],
    text: `1.老钱 白酒5斤
2.陈伯 米酒2瓶 白酒2斤
3.张叔 白酒10斤，泡药
4.王婶 米酒3瓶
5.郑师傅 白酒20斤 13800000075
6.李姐 米酒一瓶
7.吴哥 酒2
8.赵大爷 白酒1公斤 米酒1瓶
3号取消
9.大刘 白酒3斤`,
    entries: [
      { number: 1, name: '老钱', lines: [{ skuId: 'bj', quantity: 5 }] },
      {
        number: 2,
        name: '陈伯',
        lines: [
          { skuId: 'mj', quantity: 2 },
          { skuId: 'bj', quantity: 2 },
        ],
      },
      { number: 4, name: '王婶', lines: [{ skuId: 'mj', quantity: 3 }] },
      { number: 5, name: '郑师傅', phone: '13800000075', lines: [{ skuId: 'bj', quantity: 20 }] },
      { number: 6, name: '李姐', lines: [{ skuId: 'mj', quantity: 1 }] },
      { number: 7, name: '吴哥', lines: [], isOpen: true },
      {
        number: 8,
        name: '赵大爷',
        lines: [
          { skuId: 'bj', quantity: 2 },
          { skuId: 'mj', quantity: 1 },
        ],
      },
      { number: 9, name: '大刘', lines: [{ skuId: 'bj', quantity: 3 }] },
    ],
  },
  {
    goods: [
      { skuId: 'ld', productName: '绿豆', unit: '斤' },
      { skuId: 'hd', productName: '红豆', unit: '斤' },
      { skuId: 'hd2', productName: '黄豆', unit: '斤' },
    ],
    points: [],
    text: `#接龙
豆子接龙 都是6块一斤

例 小王 绿豆1斤

1. 王婶 绿豆2斤红豆2斤黄豆5斤
2. 李姐 黄豆10斤（打豆浆）
3. 二婶 红豆1000克
4. 孙奶奶 绿豆三斤
5. 刘嫂 豆子5斤
6. 小李爸爸 红豆2斤，绿豆2斤
7. 何嫂 三样各三斤
8. 老孙 黄豆1.5斤`,
    entries: [
      {
        number: 1,
        name: '王婶',
        lines: [
          { skuId: 'ld', quantity: 2 },
          { skuId: 'hd', quantity: 2 },
          { skuId: 'hd2', quantity: 5 },
        ],
      },
      { number: 2, name: '李姐', lines: [{ skuId: 'hd2', quantity: 10 }] },
      { number: 3, name: '二婶', lines: [{ skuId: 'hd', quantity: 2 }] },
      { number: 4, name: '孙奶奶', lines: [{ skuId: 'ld', quantity: 3 }] },
      { number: 5, name: '刘嫂', lines: [], isOpen: true },
      {
        number: 6,
        name: '小李爸爸',
        lines: [
          { skuId: 'hd', quantity: 2 },
          { skuId: 'ld', quantity: 2 },
        ],
      },
      {
        number: 7,
        name: '何嫂',
        lines: [
          { skuId: 'ld', quantity: 3 },
          { skuId: 'hd', quantity: 3 },
          { skuId: 'hd2', quantity: 3 },
        ],
      },
      { number: 8, name: '老孙', lines: [], isOpen: true },
    ],
  },
  {
    goods: [
      { skuId: 'zj', productName: '纸巾', unit: '提' },
      { skuId: 'jz', productName: '卷纸', unit: '提' },
    ],
    points: [],
    text: `502室: 纸巾2提
302室: 抽纸3提 卷纸1提
1204室: 卷纸2提
群主: 今晚十点截单哦
703室: 纸巾1提，卷纸1提
601室: +2
李姐: 纸巾5提 放门卫
阿强: 卷纸一提🧻
302室: 卷纸不要了，只要抽纸3提`,
    entries: [
      { name: '502室', lines: [{ skuId: 'zj', quantity: 2 }] },
      { name: '1204室', lines: [{ skuId: 'jz', quantity: 2 }] },
      {
        name: '703室',
        lines: [
          { skuId: 'zj', quantity: 1 },
          { skuId: 'jz', quantity: 1 },
        ],
      },
      { name: '601室', lines: [], isOpen: true },
      { name: '李姐', lines: [{ skuId: 'zj', quantity: 5 }] },
      { name: '阿强', lines: [{ skuId: 'jz', quantity: 1 }] },
      { name: '302室', lines: [{ skuId: 'zj', quantity: 3 }] },
    ],
  },
  {
    goods: [
      { skuId: 'sc', productName: '蒜苔', unit: '斤' },
      { skuId: 'jc', productName: '韭菜', unit: '斤' },
      { skuId: 'qj', productName: '青椒', unit: '斤' },
    ],
    points: [],
    text: `菜到了 蒜苔8 韭菜4 青椒5

蒜苔2斤   王婶
韭菜1斤   老孙
青椒3斤 韭菜2斤   李姐
蒜薹一斤 张叔
辣子2斤 大舅
两斤韭菜 何嫂
1斤蒜苔1斤青椒 三姑
韭菜五斤 包饺子 胖婶`,
    entries: [
      { name: '王婶', lines: [{ skuId: 'sc', quantity: 2 }] },
      { name: '老孙', lines: [{ skuId: 'jc', quantity: 1 }] },
      {
        name: '李姐',
        lines: [
          { skuId: 'qj', quantity: 3 },
          { skuId: 'jc', quantity: 2 },
        ],
      },
      { name: '张叔', lines: [{ skuId: 'sc', quantity: 1 }] },
      { name: '大舅', lines: [], isOpen: true },
      { name: '何嫂', lines: [{ skuId: 'jc', quantity: 2 }] },
      {
        name: '三姑',
        lines: [
          { skuId: 'sc', quantity: 1 },
          { skuId: 'qj', quantity: 1 },
        ],
      },
      { name: '胖婶', lines: [{ skuId: 'jc', quantity: 5 }] },
    ],
  },
]
