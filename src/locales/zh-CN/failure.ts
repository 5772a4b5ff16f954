import type { Failure, FailureCode } from '@/domain/failure'

/** The message for each failure code: what happened and what to do next. */
export const failureWords: Record<FailureCode, string> = {
  'bad-input': '有一处没填对，改一下再试。',
  'signed-out': '登录过期了，请再点一次。',
  'key-wrong': '这把钥匙不对，请再看一遍。',
  'key-used': '这把钥匙用过了，请用最新的那一把。',
  'invitation-wrong': '这个邀请码不对，或者过期了，请再问一次。',
  'invitation-used': '这个邀请码用过了，请再要一个。',
  'code-wrong': '这个号码不对，请再看一遍。',
  'code-expired': '这个号码过时了，请对方再出一个。',
  'code-used': '这个号码用过了，请对方再出一个。',
  'card-wrong': '图选得不对，再想一想。',
  'card-locked': '图选错太多次，这张卡要歇一天。',
  'card-used': '这张卡用过了，或者停用了。',
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
  'buyer-blocked': '这家店暂时不接您的单，可以给店家打个电话。',
  'lesson-over': '这堂课已经下课了。',
  'lesson-full': '这堂课坐满了，请老师另开一堂。',
  'staff-quota': '这里的人满了，先去掉不在的，再请新的。',
  'staff-only': '这个号码要服务站的人来输。',
  'own-code': '这是您自己出的号码，请在对方的手机上输。',
  'help-over': '代办到时候了，请再问一次本人。',
  'help-quota': '替人开好的店还有 20 家没交出去，先交了再开。',
  'demo-unavailable': '这里没有开演示，请让管机器的人打开。',
  'demo-full': '别的老师正在演示，位子满了，等一会儿再开。',
  'shop-quota': '一个账号能开的店开满了。帮别人开店，请用他自己的手机来开。',
  'product-quota': '货满了，放不下新的。先删掉几件不卖的，再来添。',
  'storage-quota': '照片和录音存满了。删掉些不用的照片，过一星期就腾出地方。',
  'too-large': '太大了，请换一张小一点的。',
  'not-a-photo': '这张照片打不开，请换一张。',
  'not-a-voice': '这段录音听不了，请重录。',
  'too-many': '点得太快了，歇一会儿再试。',
  'address-quota': '这个网络今天用得太多了。换成手机流量再试，或者明天再来。',
  internal: '店里的机器出了毛病，请过一会儿再试。',
  unavailable: '店里的机器没应声，请过一会儿再试。',
  'storage-full': '店里的机器存满了，没存上，请过一会儿再试。',
  offline: '没连上，看看手机有没有网，再试一次。',
  timeout: '网太慢，没等到回音，请再试一次。',
  unreadable: '没听懂回话，请过一会儿再试。',
}

export const describeFailure = (failure: Failure): string => failureWords[failure.code]

export const offlineWords = { banner: '现在没有网', retry: '再试一次' } as const

export const failureTitle = (failure: Failure): string =>
  failure.code === 'offline' || failure.code === 'timeout' ? '没连上' : '没打开'
