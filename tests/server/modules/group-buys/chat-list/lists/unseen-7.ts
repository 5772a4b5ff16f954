import type { PastedList } from '../pasted-list'

/** Invented lists in the style of 接龙 messages, each with the entries a careful reader takes from it. */
export const unseenLists7: readonly PastedList[] = [
  {
    goods: [
      { skuId: 'yj', productName: '茶叶', label: '明前', unit: '两' },
      { skuId: 'yq', productName: '茶叶', label: '雨前', unit: '两' },
    ],
    points: [],
    text: `新茶上市，明前60一两，雨前30一两

1. 陈伯 明前2两
2. 老钱 雨前半斤
3. 王婶 雨前一斤
4. 吴哥 明前三两，雨前五两
5. 李姐 雨前2两
6. 郑师傅 茶叶1斤
7. 小陈 明前一两 尝尝
8. 杨老师 明前4两 送人，包好看点`,
    entries: [
      { number: 1, name: '陈伯', lines: [{ skuId: 'yj', quantity: 2 }] },
      { number: 2, name: '老钱', lines: [{ skuId: 'yq', quantity: 5 }] },
      { number: 3, name: '王婶', lines: [{ skuId: 'yq', quantity: 10 }] },
      {
        number: 4,
        name: '吴哥',
        lines: [
          { skuId: 'yj', quantity: 3 },
          { skuId: 'yq', quantity: 5 },
        ],
      },
      { number: 5, name: '李姐', lines: [{ skuId: 'yq', quantity: 2 }] },
      { number: 6, name: '郑师傅', lines: [], isOpen: true },
      { number: 7, name: '小陈', lines: [{ skuId: 'yj', quantity: 1 }] },
      { number: 8, name: '杨老师', lines: [{ skuId: 'yj', quantity: 4 }] },
    ],
  },
  {
    goods: [
      { skuId: 'bc', productName: '大白菜', unit: '棵' },
      { skuId: 'lb', productName: '萝卜', unit: '斤' },
      { skuId: 'cs', productName: '菠菜', unit: '斤' },
    ],
    points: [
      { id: 'qs', name: '桥头' },
      { id: 'zw', name: '镇卫生院' },
    ],
    text: `#接龙
蔬菜到镇上，桥头、镇卫生院两处下车

1. 李姐 白菜2棵 萝卜3斤 桥头
2. 王婶 菠菜1斤 卫生院
3. 三姑 大白菜5颗 桥头
4. 马大姐 萝卜两斤菠菜两斤 镇卫生院
5. 小马 白菜一棵、萝卜一斤、菠菜一斤，桥头
6. 张叔 罗卜10斤 桥头
7. 孙奶奶 菠菜2斤 卫生院 慢点开车哈
8. 胖婶 白菜十棵 腌酸菜 桥头
9. 大刘 韭菜1斤 桥头`,
    entries: [
      {
        number: 1,
        name: '李姐',
        pointId: 'qs',
        lines: [
          { skuId: 'bc', quantity: 2 },
          { skuId: 'lb', quantity: 3 },
        ],
      },
      { number: 2, name: '王婶', pointId: 'zw', lines: [{ skuId: 'cs', quantity: 1 }] },
      { number: 3, name: '三姑', pointId: 'qs', lines: [{ skuId: 'bc', quantity: 5 }] },
      {
        number: 4,
        name: '马大姐',
        pointId: 'zw',
        lines: [
          { skuId: 'lb', quantity: 2 },
          { skuId: 'cs', quantity: 2 },
        ],
      },
      {
        number: 5,
        name: '小马',
        pointId: 'qs',
        lines: [
          { skuId: 'bc', quantity: 1 },
          { skuId: 'lb', quantity: 1 },
          { skuId: 'cs', quantity: 1 },
        ],
      },
      { number: 6, name: '张叔', pointId: 'qs', lines: [{ skuId: 'lb', quantity: 10 }] },
      { number: 7, name: '孙奶奶', pointId: 'zw', lines: [{ skuId: 'cs', quantity: 2 }] },
      { number: 8, name: '胖婶', pointId: 'qs', lines: [{ skuId: 'bc', quantity: 10 }] },
      { number: 9, name: '大刘', pointId: 'qs', lines: [], isOpen: true },
    ],
  },
  {
    goods: [{ skuId: 'pl', productName: '泡萝卜', unit: '坛' }],
    points: [],
    text: `泡萝卜接龙～一坛35

1、李姐 1坛
2、王婶 一坛
3、何嫂 2坛
4、501室 +1
5、阿强 取消
6、罗姐 两坛，一坛送我妈
7、周姨 １坛
8、老孙 +2
9、小李爸爸 一坛 明天12点来取
3、何嫂 改成1坛`,
    entries: [
      { number: 1, name: '李姐', lines: [{ skuId: 'pl', quantity: 1 }] },
      { number: 2, name: '王婶', lines: [{ skuId: 'pl', quantity: 1 }] },
      { number: 4, name: '501室', lines: [{ skuId: 'pl', quantity: 1 }] },
      { number: 5, name: '阿强', lines: [], kind: 'cancel' },
      { number: 6, name: '罗姐', lines: [{ skuId: 'pl', quantity: 2 }] },
      { number: 7, name: '周姨', lines: [{ skuId: 'pl', quantity: 1 }] },
      { number: 8, name: '老孙', lines: [{ skuId: 'pl', quantity: 2 }] },
      { number: 9, name: '小李爸爸', lines: [{ skuId: 'pl', quantity: 1 }] },
      { number: 3, name: '何嫂', lines: [{ skuId: 'pl', quantity: 1 }] },
    ],
  },
  {
    goods: [
      { skuId: 'kz', productName: '口罩', unit: '包' },
      { skuId: 'sx', productName: '消毒湿巾', unit: '包' },
      { skuId: 'xs', productName: '洗手液', unit: '瓶' },
    ],
    points: [],
    text: `办公室拼单：

小陈: 口罩2包
阿芳: 湿巾3包 洗手液1瓶
小马: 口罩1包，湿巾1包
杨老师: 洗手液2瓶
吴哥: 口罩5包 消毒湿巾5包 洗手液5瓶
罗姐: 一样来一个
大刘: 同上
李姐: 湿巾 两包
老钱: 我先看看`,
    entries: [
      { name: '小陈', lines: [{ skuId: 'kz', quantity: 2 }] },
      {
        name: '阿芳',
        lines: [
          { skuId: 'sx', quantity: 3 },
          { skuId: 'xs', quantity: 1 },
        ],
      },
      {
        name: '小马',
        lines: [
          { skuId: 'kz', quantity: 1 },
          { skuId: 'sx', quantity: 1 },
        ],
      },
      { name: '杨老师', lines: [{ skuId: 'xs', quantity: 2 }] },
      {
        name: '吴哥',
        lines: [
          { skuId: 'kz', quantity: 5 },
          { skuId: 'sx', quantity: 5 },
          { skuId: 'xs', quantity: 5 },
        ],
      },
      {
        name: '罗姐',
        lines: [
          { skuId: 'kz', quantity: 1 },
          { skuId: 'sx', quantity: 1 },
          { skuId: 'xs', quantity: 1 },
        ],
      },
      {
        name: '大刘',
        lines: [
          { skuId: 'kz', quantity: 1 },
          { skuId: 'sx', quantity: 1 },
          { skuId: 'xs', quantity: 1 },
        ],
      },
      { name: '李姐', lines: [{ skuId: 'sx', quantity: 2 }] },
    ],
  },
  {
    goods: [
      { skuId: 'rb', productName: '牛肉丸', unit: '袋' },
      { skuId: 'yw', productName: '鱼丸', unit: '袋' },
    ],
    points: [],
    text: `火锅丸子接龙 牛肉丸25 鱼丸20

牛肉丸：
1. 李姐 2袋
2. 王婶 1袋
3. 阿强 3袋
4. 郑师傅 五袋
鱼丸：
5. 小张妈妈 1袋
6. 周姨 两袋
7. 302室 2袋
8. 二婶 4袋`,
    entries: [
      { number: 1, name: '李姐', lines: [{ skuId: 'rb', quantity: 2 }] },
      { number: 2, name: '王婶', lines: [{ skuId: 'rb', quantity: 1 }] },
      { number: 3, name: '阿强', lines: [{ skuId: 'rb', quantity: 3 }] },
      { number: 4, name: '郑师傅', lines: [{ skuId: 'rb', quantity: 5 }] },
      { number: 5, name: '小张妈妈', lines: [{ skuId: 'yw', quantity: 1 }] },
      { number: 6, name: '周姨', lines: [{ skuId: 'yw', quantity: 2 }] },
      { number: 7, name: '302室', lines: [{ skuId: 'yw', quantity: 2 }] },
      { number: 8, name: '二婶', lines: [{ skuId: 'yw', quantity: 4 }] },
    ],
  },
]
