/** Replaces axios' serializers of forms: requests have a JSON body or none. */
export default () => {
  throw new Error('axios sends no forms here')
}
