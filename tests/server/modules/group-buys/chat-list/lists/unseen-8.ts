import type { PastedList } from '../pasted-list'

/** Invented lists in the style of 接龙 messages, each with the entries a careful reader takes from it. */
export const unseenLists8: readonly PastedList[] = [
  {
    goods: [
      { skuId: 'tz', productName: '桃子', unit: '斤' },
      { skuId: 'lz', productName: '李子', unit: '斤' },
      { skuId: 'xg', productName: '西瓜', unit: '个' },
    ],
    points: [],
    text: `1.王婶，桃子5斤.
2.李姐；李子3斤，西瓜1个。
3.老孙：西瓜2个
4.赵大爷 桃子2斤/李子2斤
5.小李爸爸 (西瓜1个)(桃子3斤)
6.刘嫂 李子２斤　桃子２斤
7.张叔 西瓜半个
8.阿芳 桃3斤 李3斤
9.何嫂—西瓜一个—要甜的`,
    entries: [
      { number: 1, name: '王婶', lines: [{ skuId: 'tz', quantity: 5 }] },
      {
        number: 2,
        name: '李姐',
        lines: [
          { skuId: 'lz', quantity: 3 },
          { skuId: 'xg', quantity: 1 },
        ],
      },
      { number: 3, name: '老孙', lines: [{ skuId: 'xg', quantity: 2 }] },
      {
        number: 4,
        name: '赵大爷',
        lines: [
          { skuId: 'tz', quantity: 2 },
          { skuId: 'lz', quantity: 2 },
        ],
      },
      {
        number: 5,
        name: '小李爸爸',
        lines: [
          { skuId: 'xg', quantity: 1 },
          { skuId: 'tz', quantity: 3 },
        ],
      },
      {
        number: 6,
        name: '刘嫂',
        lines: [
          { skuId: 'lz', quantity: 2 },
          { skuId: 'tz', quantity: 2 },
        ],
      },
      { number: 7, name: '张叔', lines: [], isOpen: true },
      {
        number: 8,
        name: '阿芳',
        lines: [
          { skuId: 'tz', quantity: 3 },
          { skuId: 'lz', quantity: 3 },
        ],
      },
      { number: 9, name: '何嫂', lines: [{ skuId: 'xg', quantity: 1 }] },
    ],
  },
  {
    goods: [
      { skuId: 'sg', productName: '手工挂面', unit: '把' },
      { skuId: 'md', productName: '面粉', unit: '袋' },
    ],
    points: [],
    text: `#接龙
挂面5元/把，面粉90/袋

1. 张叔 挂面10把
2. 李姐 挂面四把 面粉1袋
3. 赵大爷 面粉一袋 麻烦扛上来
4. 王婶 10把挂面，2袋面粉
5. 三姑 挂面二十把
6. 陈伯 面5
7. 吴哥 5把挂面
8. 胖婶 面粉２袋
9. 二婶 挂面 x 6，面粉 x 1`,
    entries: [
      { number: 1, name: '张叔', lines: [{ skuId: 'sg', quantity: 10 }] },
      {
        number: 2,
        name: '李姐',
        lines: [
          { skuId: 'sg', quantity: 4 },
          { skuId: 'md', quantity: 1 },
        ],
      },
      { number: 3, name: '赵大爷', lines: [{ skuId: 'md', quantity: 1 }] },
      {
        number: 4,
        name: '王婶',
        lines: [
          { skuId: 'sg', quantity: 10 },
          { skuId: 'md', quantity: 2 },
        ],
      },
      { number: 5, name: '三姑', lines: [{ skuId: 'sg', quantity: 20 }] },
      { number: 6, name: '陈伯', lines: [], isOpen: true },
      { number: 7, name: '吴哥', lines: [{ skuId: 'sg', quantity: 5 }] },
      { number: 8, name: '胖婶', lines: [{ skuId: 'md', quantity: 2 }] },
      {
        number: 9,
        name: '二婶',
        lines: [
          { skuId: 'sg', quantity: 6 },
          { skuId: 'md', quantity: 1 },
        ],
      },
    ],
  },
  {
    goods: [{ skuId: 'gj', productName: '甘蔗', unit: '根' }],
    points: [],
    text: `甘蔗10块一根 拖拉机明天下午到村口

李姐：来3根
王婶：+2
老孙：俺要5根儿
小马：＋１
赵大爷：牙不好不要
二婶：搞十根，过年待客
周姨：要得，来4根
马大姐：一根
阿强：10根起送不？
大刘：两根 13800000059`,
    entries: [
      { name: '李姐', lines: [{ skuId: 'gj', quantity: 3 }] },
      { name: '王婶', lines: [{ skuId: 'gj', quantity: 2 }] },
      { name: '老孙', lines: [{ skuId: 'gj', quantity: 5 }] },
      { name: '小马', lines: [{ skuId: 'gj', quantity: 1 }] },
      { name: '二婶', lines: [{ skuId: 'gj', quantity: 10 }] },
      { name: '周姨', lines: [{ skuId: 'gj', quantity: 4 }] },
      { name: '马大姐', lines: [{ skuId: 'gj', quantity: 1 }] },
      { name: '大刘', phone: '13800000059', lines: [{ skuId: 'gj', quantity: 2 }] },
    ],
  },
  {
    goods: [
      { skuId: 'jp', productName: '鸡蛋', label: '30枚', unit: '板' },
      { skuId: 'yd', productName: '咸鸭蛋', unit: '个' },
    ],
    points: [],
    text: `#接龙
鸡蛋28一板（30枚），咸鸭蛋2.5一个

1. 李姐 鸡蛋1板
2. 王婶 鸡蛋2板 咸鸭蛋10个
3. 何嫂 咸鸭蛋20个
4. 罗姐 鸡蛋一板，鸭蛋六个
5. 老钱 咸鸭蛋一打
6. 小陈 鸡旦1板
7. 张叔 蛋10个
8. 朵朵妈妈 鸡蛋3板 分开装`,
    entries: [
      { number: 1, name: '李姐', lines: [{ skuId: 'jp', quantity: 1 }] },
      {
        number: 2,
        name: '王婶',
        lines: [
          { skuId: 'jp', quantity: 2 },
          { skuId: 'yd', quantity: 10 },
        ],
      },
      { number: 3, name: '何嫂', lines: [{ skuId: 'yd', quantity: 20 }] },
      {
        number: 4,
        name: '罗姐',
        lines: [
          { skuId: 'jp', quantity: 1 },
          { skuId: 'yd', quantity: 6 },
        ],
      },
      { number: 5, name: '老钱', lines: [{ skuId: 'yd', quantity: 12 }] },
      { number: 6, name: '小陈', lines: [{ skuId: 'jp', quantity: 1 }] },
      { number: 7, name: '张叔', lines: [], isOpen: true },
      { number: 8, name: '朵朵妈妈', lines: [{ skuId: 'jp', quantity: 3 }] },
    ],
  },
  {
    goods: [
      { skuId: 'zr', productName: '猪肉', unit: '斤' },
      { skuId: 'pg', productName: '排骨', unit: '斤' },
      { skuId: 'zt', productName: '猪蹄', unit: '只' },
    ],
    points: [],
    text: `年猪接龙，猪肉15 排骨28 猪蹄40一只

王婶  猪肉10斤  排骨3斤
李姐  排骨5斤
张叔  猪蹄2只
郑师傅  猪肉20斤，猪蹄1只
刘嫂  猪肉5公斤
阿芳  排骨两斤 猪蹄两只
赵大爷  五花肉3斤
陈伯  猪肉8斤 要后腿
胖婶  排骨2-3斤`,
    entries: [
      {
        name: '王婶',
        lines: [
          { skuId: 'zr', quantity: 10 },
          { skuId: 'pg', quantity: 3 },
        ],
      },
      { name: '李姐', lines: [{ skuId: 'pg', quantity: 5 }] },
      { name: '张叔', lines: [{ skuId: 'zt', quantity: 2 }] },
      {
        name: '郑师傅',
        lines: [
          { skuId: 'zr', quantity: 20 },
          { skuId: 'zt', quantity: 1 },
        ],
      },
      { name: '刘嫂', lines: [{ skuId: 'zr', quantity: 10 }] },
      {
        name: '阿芳',
        lines: [
          { skuId: 'pg', quantity: 2 },
          { skuId: 'zt', quantity: 2 },
        ],
      },
      { name: '赵大爷', lines: [], isOpen: true },
      { name: '陈伯', lines: [{ skuId: 'zr', quantity: 8 }] },
      { name: '胖婶', lines: [], isOpen: true },
    ],
  },
]
