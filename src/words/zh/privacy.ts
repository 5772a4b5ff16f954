export const consentWords = {
  title: '用一下相机和相册',
  text: '只在您拍照、选照片的时候用。照片放在您的店里给买家看，不做别的用。',
  guide: '看看我们存了什么',
  agree: '同意，去拍照',
  refuse: '不同意，就用画',
} as const

/** The same before the first recording. */
export const voiceConsentWords = {
  title: '用一下麦克风',
  text: '只在您按下录音的时候用。录的话放在您的店里给买家听，不做别的用。',
  guide: consentWords.guide,
  agree: '同意，去录音',
  refuse: '不同意，就不录',
} as const

export const privacyWords = {
  title: '我们存了什么',
  lead: '只存开店和送货要用的，不跟踪您，不卖给别人，也没有广告。',
  parts: [
    {
      title: '认得这部手机',
      text: '您不用注册。网页上我们在浏览器里放一串号码（Cookie），微信里用微信给的一串号码（openid），只为认出您的店和您的订单。',
    },
    {
      title: '收货人',
      text: '下单时填的姓名、电话、地址，只存在那一单里，给卖家送货用。别的店看不到。',
    },
    {
      title: '照片',
      text: '您给货拍的照片会放在店里，谁进店都能看到。照片里的拍摄地点和手机型号，存之前就去掉了。',
    },
    {
      title: '录的话',
      text: '您在“故事”里录的一段话会放在店里，谁进店都能听。只在您按下录音时用麦克风；文件里别的记号，存之前就去掉了。',
    },
    {
      title: '店和货',
      text: '店名、电话、地方、货和价钱，谁进店都能看到，您随时能改、能撤。',
    },
    {
      title: '留在手机里的',
      text: '没开完的店、购物车、去过的店，存在您自己的手机里，清掉浏览器或小程序的数据就没了。',
    },
    {
      title: '小店钥匙',
      text: '我们这里只存钥匙的印子，看不到钥匙。谁拿着钥匙，谁就能打开店，请您自己收好。',
    },
  ],
} as const
