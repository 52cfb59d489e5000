// Drives a server by the Node client, from end to end, and prints what it reads back.
// Called with the directory of the client and the address of the server.
const { Toxiproxy } = require(process.argv[2]);

const say = (what, value) => console.log(what + ' ' + JSON.stringify(value));
const proxy = ({ name, upstream, enabled }) => ({ name, upstream, enabled });
const toxic = ({ name, type, stream, toxicity, attributes }) => ({ name, type, stream, toxicity, attributes });
const refused = async (what, call) => {
  try {
    await call();
    say(what, 'not refused');
  } catch (e) {
    say(what, e.message);
  }
};

(async () => {
  const client = new Toxiproxy(process.argv[3]);
  const db = await client.createProxy({ name: 'db', listen: '127.0.0.1:0', upstream: '127.0.0.1:1' });
  say('created', proxy(db));
  await refused('created again', () => client.createProxy({ name: 'db', listen: '127.0.0.1:0', upstream: '127.0.0.1:1' }));
  say('listed', Object.keys(await client.getAll()));
  say('got', proxy(await client.get('db')));
  say('moved', proxy(await db.update({ enabled: true, listen: db.listen, upstream: '127.0.0.1:2' })));

  const slow = await db.addToxic({
    name: 'slow', type: 'latency', stream: 'upstream', toxicity: 0.5, attributes: { latency: 100, jitter: 5 },
  });
  say('added', toxic(slow));
  say('updated', toxic(await slow.update({ toxicity: 1, attributes: { latency: 200, jitter: 5 } })));
  say('read', toxic(await db.getToxic('slow')));
  await refused('nonsense', () => db.addToxic({ name: 'n', type: 'nonsense', attributes: {} }));
  await slow.remove();
  await refused('removed', () => db.getToxic('slow'));

  await db.addToxic({ name: 'cut', type: 'timeout', attributes: { timeout: 0 } });
  say('off', proxy(await db.update({ enabled: false, listen: db.listen, upstream: '127.0.0.1:2' })));
  await client.reset();
  say('on again', proxy(await client.get('db')));
  await refused('reset', () => db.getToxic('cut'));

  const populated = await client.populate([
    { name: 'a', listen: '127.0.0.1:0', upstream: '127.0.0.1:3' },
    { name: 'b', listen: '127.0.0.1:0', upstream: '127.0.0.1:4', enabled: false },
  ]);
  say('populated', Object.values(populated).map(proxy));
  await db.remove();
  say('left', Object.keys(await client.getAll()));
})().catch((e) => {
  console.error(e);
  process.exit(1);
});
