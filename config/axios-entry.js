// `axios` with what `src/api/http.ts` uses, so that webpack leaves out the rest.
import CanceledError from 'axios/unsafe/cancel/CanceledError.js'
import Axios from 'axios/unsafe/core/Axios.js'
import AxiosError from 'axios/unsafe/core/AxiosError.js'
import AxiosHeaders from 'axios/unsafe/core/AxiosHeaders.js'
import mergeConfig from 'axios/unsafe/core/mergeConfig.js'
import defaults from 'axios/unsafe/defaults/index.js'

const plain = new Axios(defaults)

export default {
  create: (config) => new Axios(mergeConfig(defaults, config)),
  getUri: (config) => plain.getUri(config),
}
export { AxiosError, AxiosHeaders, CanceledError }
