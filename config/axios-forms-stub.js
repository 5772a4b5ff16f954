// Replaces axios' serializers of forms: requests have a JSON body or none. ES5, because it is not transpiled.
module.exports = {
  default: () => {
    throw new Error('axios sends no forms here')
  },
}
