import Taro from '@tarojs/taro'
import axios, {
  type AxiosAdapter,
  AxiosError,
  AxiosHeaders,
  type AxiosResponse,
  CanceledError,
  type InternalAxiosRequestConfig,
} from 'axios'

type Method = keyof Taro.request.Method

const networkError = (message: string, config: InternalAxiosRequestConfig) =>
  new AxiosError(message, /time\s?out/i.test(message) ? AxiosError.ETIMEDOUT : AxiosError.ERR_NETWORK, config)

/** An axios adapter over `Taro.request`, which works on every target. Replies are text. */
export const taroAdapter: AxiosAdapter = (config) =>
  new Promise<AxiosResponse>((resolve, reject) => {
    const headers = AxiosHeaders.from(config.headers as AxiosHeaders)
    if (config.data == null) headers.delete('Content-Type')
    const task = Taro.request<string>({
      url: axios.getUri(config),
      method: (config.method ?? 'get').toUpperCase() as Method,
      data: config.data,
      header: headers.toJSON() as Record<string, string>,
      ...(config.timeout ? { timeout: config.timeout } : {}),
      // any value but `json` disables JSON parsing
      dataType: 'text' as 'json',
      responseType: 'text',
      success: (res) =>
        resolve({
          data: res.data,
          status: res.statusCode,
          statusText: '',
          headers: AxiosHeaders.from((res.header ?? {}) as Record<string, string>),
          config,
        }),
      fail: (error) => reject(networkError(error.errMsg || 'Network Error', config)),
    })
    // Taro also returns a promise, which is rejected in addition to `fail`
    task.catch(() => undefined)
    config.signal?.addEventListener?.('abort', () => {
      task.abort?.()
      reject(new CanceledError(undefined, undefined, config))
    })
  })
