import type { Browser } from 'playwright-core'
import { H5Phone } from './h5-phone'
import { SCREENS } from './phone'
import { payAtCashier } from './weapp-phone'

const USER_AGENT =
  'Mozilla/5.0 (Linux; Android 10; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160117 MMWEBSDK/20240501 MicroMessenger/8.0.49.2600(0x28003133) WeChat/arm64 NetType/WIFI Language/zh_CN'

/** WeChat provides its bridge after the page has loaded. */
const BRIDGE_DELAY_MS = 300

interface BridgeWindow extends Window {
  payInWechat?: (params: object) => Promise<string>
  WeixinJSBridge?: object
}

function installBridge(delayMs: number) {
  const page = window as BridgeWindow
  const invoke = async (name: string, params: object, done: (result: { err_msg: string }) => void) =>
    done({
      err_msg:
        name === 'getBrandWCPayRequest'
          ? `get_brand_wcpay_request:${await page.payInWechat?.(params)}`
          : 'system:function_not_exist',
    })
  setTimeout(() => {
    page.WeixinJSBridge = { invoke }
    document.dispatchEvent(new Event('WeixinJSBridgeReady'))
  }, delayMs)
}

/** The H5 build in the browser of WeChat, whose cashier the demo world simulates. */
export interface WechatBrowser {
  phone: H5Phone
  /** The person's action at the cashier. */
  tillOutcome: 'pay' | 'cancel'
  /** The parameters with which the cashier was opened, the first ones first. */
  opened: object[]
}

export async function startWechatBrowser(browser: Browser, origin: string): Promise<WechatBrowser> {
  const phone = await H5Phone.start(browser, origin, SCREENS.phone, 2, USER_AGENT)
  const wechat: WechatBrowser = { phone, tillOutcome: 'cancel', opened: [] }
  await phone.page.exposeFunction('payInWechat', async (params: object) => {
    wechat.opened.push(params)
    return payAtCashier(origin, params, wechat.tillOutcome).then(
      () => 'ok',
      (reason: Error) => (reason.message === 'cancel' ? 'cancel' : 'fail'),
    )
  })
  await phone.page.addInitScript(installBridge, BRIDGE_DELAY_MS)
  return wechat
}
