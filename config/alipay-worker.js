/* Alipay’s worker, copied as it is to workers/random.js: nothing compiles it, so it is ES5. It sends secure random bytes as hex, or nothing where there are none. */
worker.onMessage(function (asked) {
  var hex = ''
  try {
    var bytes = crypto.getRandomValues(new Uint8Array(asked.length))
    for (var i = 0; i < bytes.length; i++) hex += (bytes[i] < 16 ? '0' : '') + bytes[i].toString(16)
  } catch (none) {
    hex = ''
  }
  worker.postMessage({ hex: hex })
})
