// Asks Python in the worker. Of questions with the same name only the newest is answered; older ones get null.
export function pythonIn(worker, status) {
  const waiting = new Map(), newest = new Map();
  let last = 0, busy = null;
  const queue = [];
  status("Starting Python …");
  worker.onmessage = ({data}) => {
    if (data.ready) status("");
    else if (data.failed) status(`Python could not be started: ${data.failed}`);
    else {
      const {resolve, name} = waiting.get(data.id);
      waiting.delete(data.id);
      busy = null;
      resolve(newest.get(name) === data.id ? JSON.parse(data.text) : null);
      next();
    }
  };
  function next() {
    if (busy !== null || !queue.length) return;
    const one = queue.shift();
    if (newest.get(one.name) !== one.id) { // overtaken while it waited
      waiting.get(one.id).resolve(null);
      waiting.delete(one.id);
      return next();
    }
    busy = one.id;
    worker.postMessage(one);
  }
  return (name, given) => new Promise(resolve => {
    const id = ++last;
    newest.set(name, id);
    waiting.set(id, {resolve, name});
    queue.push({id, name, given});
    next();
  });
}
