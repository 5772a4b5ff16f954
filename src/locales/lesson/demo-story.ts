import { translated } from '../translation'
/** The captions of the sale story, step by step; each is spoken and shown large. */
export const demoStoryWords = translated('demoStoryWords', {
  start: '我们来开一家真的小店。点「开个小店」，不要钱，也不用注册。',
  trade: '先问您卖什么。看图点一下就行，我们卖核桃，点「干货坚果」。',
  photo: '给货拍张照。不拍也行，先用画好的图。',
  price: '标个价：一斤 25 块。整个开店，只有价钱要自己按。',
  terms: '怎么收钱、怎么送，都替您想好了。看一眼，行就下一步。',
  look: '挑个样子。这就是您的店，不喜欢左右再换。',
  open: '点「开张」，再看一眼，对了就开。',
  opened: '店开好了！链接发到群里，谁都能进来。',
  visit: '换买家的手机。群里点开链接，店就在眼前，什么都不用装。',
  choose: '想买核桃，点进去，点「买」。',
  receiver: '写上送给谁、电话、地址。',
  submit: '看一眼多少钱，提交订单。货到了再付，先不用掏钱。',
  news: '回到店家这边：来了一单，马上看得到。',
  accept: '点「接单」，买家那边就知道您接了。',
  send: '货备好，出门送的时候点一下。',
  finish: '送到门口，把钱收好，再点一下。这一单就做完了。',
  thanks: '买家的手机上也写着：这一单做完了。',
  payVisit: '想在网上先付钱也行。再去一家能收微信的店看看。',
  payOrder: '挑好了去下单，选自提，用微信付。',
  pay: '付款。这是假的收银台，一分钱也不收。',
  paid: '付好了。钱到了，店家才接单，谁也不吃亏。',
  end: '从开张到收钱，就这几步。您也来试试！',
} as const)

/** The captions of the guided tour at each question. */
export const demoTourWords = translated('demoTourWords', {
  start: '点「开个小店」，我们一步一步来。',
  trade: '您卖什么？点一张图。我们先点「干货坚果」。',
  photo: '这里可以拍照，现在先不拍。下面有数字，按 2、5，就是 25 块钱一斤。',
  next: '价钱按好了，点「下一步」。',
  terms: '怎么收钱、怎么送，都写好了。看一看，点「行，下一步」。',
  look: '左右两个箭头可以换样子。看好了，点「开张」。',
  open: '再看一眼，对了就点「对，开张」。',
  opened: '店开好了！下面可以发到微信群，也可以存海报。',
} as const)

/** The texts that buyers type in a demo. */
export const demoSamples = translated('demoSamples', {
  name: '收货人一',
  phone: '19900000001',
  address: '成县沙坝镇下街 18 号',
  /** A product of the sample shop, and the button of the simulated till. */
  good: '成县薄皮核桃',
  payButton: '付款',
} as const)
