import type { Failure, FailureCode } from '@/domain/failure'
import { sellerFailureWords } from '@/locales/parts/seller-failures'
import { translated } from './translation'

/** The message for each failure code: what happened and what to do next. */
export const failureWords: Record<FailureCode, string> = translated('failureWords', {
  ...sellerFailureWords,
  'bad-input': '有一处没填对，改一下再试。',
  'signed-out': '登录过期了，请再点一次。',
  'not-found': '没找到，可能已经撤了。',
  'not-allowed-now': '这一步现在做不了，订单可能已经变了，请看最新的。',
  'too-many-steps': '这一单改来改去太多次了，打个电话说吧。',
  'version-conflict': '别处刚改过，请看最新的再改。',
  'idempotency-conflict': '这一单已经提交过了，内容不一样，请回去看看。',
  'price-changed': '价钱变了，请看新的价钱。',
  'out-of-stock': '剩的不够了。',
  'product-gone': '有一件不卖了。',
  'shop-closed': '店家这几天歇业，暂时不能下单。',
  'payment-unavailable': '这种付款方式现在用不了，请换一种。',
  'too-many-waiting': '还有单在等店家接，接了再下这一单。',
  'ask-the-shop': '要得多？给店家打个电话。',
  'slot-full': '这个日子排满了，请换一个。',
  'slot-gone': '这个日子选不了了，请换一个。',
  'group-buy-over': '接龙截止了，报不上了。',
  'group-buy-cancelled': '这个接龙取消了。',
  'group-buy-full': '剩的不够了，少要一点试试。',
  'buyer-blocked': '这家店暂时不接您的单，可以给店家打个电话。',
  'storage-quota': '照片和录音存满了。删掉些不用的照片，过一星期就腾出地方。',
  'too-large': '太大了，请换一张小一点的。',
  'not-a-photo': '这张照片打不开，请换一张。',
  'too-many': '点得太快了，歇一会儿再试。',
  'address-quota': '这个网络用得太多了。换成手机流量再试，或者过一会儿再来。',
  internal: '店里的机器出了毛病，请过一会儿再试。',
  unavailable: '店里的机器没应声，请过一会儿再试。',
  'storage-full': '店里的机器存满了，没存上，请过一会儿再试。',
  offline: '没连上，看看手机有没有网，再试一次。',
  timeout: '网太慢，没等到回音，请再试一次。',
  unreadable: '没听懂回话，请过一会儿再试。',
  'no-login': '微信没登上，再点一次；还不行，把微信关了重新打开。',
})

export const describeFailure = translated(
  'describeFailure',
  (failure: Failure): string => failureWords[failure.code] ?? failureWords.internal,
)

export const offlineWords = translated('offlineWords', { banner: '现在没有网', retry: '再试一次' } as const)

export const failureTitle = translated('failureTitle', (failure: Failure): string =>
  failure.code === 'offline' || failure.code === 'timeout' ? '没连上' : '没打开',
)
