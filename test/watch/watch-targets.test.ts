import { describe, expect, test } from "vitest";
import { createWorld, type World } from "./support/fake-world.js";

const two = { "/p/config": "books films", "/p/books.yaml": "books refers to /p/part.yaml", "/p/films.yaml": "films", "/p/part.yaml": "part" };

const started = async (files: Readonly<Record<string, string>> = two): Promise<World> => {
  const world = createWorld(files);
  await world.settle();
  world.log.length = 0;
  return world;
};

/** A change, and the quiet after it. */
const changed = async (world: World, file: string, text: string | undefined): Promise<void> => {
  if (text === undefined) world.files.delete(file);
  else world.files.set(file, text);
  world.change();
  world.pass(50);
  await world.settle();
};

test("everything is made once, then all files are watched", async () => {
  const world = createWorld(two);
  await world.settle();
  expect(world.log).toEqual(["books made, films made in 7", "watching 4"]);
  expect(world.watched()).toEqual(["/p/books.yaml", "/p/config", "/p/films.yaml", "/p/part.yaml"]);
});

describe("a change", () => {
  test("makes those packages again that were made of the file", async () => {
    const world = await started();
    await changed(world, "/p/part.yaml", "another part");
    await changed(world, "/p/films.yaml", "other films");
    expect(world.log).toEqual(["books made in 7", "films made in 7"]);
  });

  test("that changes nothing makes nothing", async () => {
    const world = await started();
    await changed(world, "/p/films.yaml", "films");
    await changed(world, "/p/elsewhere", "what nobody reads");
    expect(world.log).toEqual([]);
  });

  test("is one run with those that come close after it", async () => {
    const world = await started();
    for (const text of ["a", "b", "c"]) {
      world.files.set("/p/films.yaml", text);
      world.change();
      world.pass(49);
    }
    await world.settle();
    expect(world.log).toEqual([]);
    world.pass(1);
    await world.settle();
    expect(world.log).toEqual(["films made in 7"]);
  });

  test("is made at last although others go on and on", async () => {
    const world = await started();
    world.files.set("/p/films.yaml", "a");
    for (let passed = 0; passed < 1000; passed += 40) {
      world.change();
      world.pass(40);
    }
    await world.settle();
    expect(world.log).toEqual(["films made in 7"]);
  });

  test("during a run is one more run, however many there are", async () => {
    const world = await started();
    const release = world.hold();
    await changed(world, "/p/films.yaml", "a");
    for (const text of ["b", "c", "d"]) await changed(world, "/p/films.yaml", text);
    expect(world.log).toEqual([]);
    release();
    await world.settle();
    world.pass(50);
    await world.settle();
    world.pass(5000);
    await world.settle();
    // three changes while the clock of the first run went on
    expect(world.log).toEqual(["films made in 157", "films made in 7"]);
  });

  test("between reading and watching, of which nobody tells, is seen", async () => {
    const world = createWorld(two);
    const release = world.hold();
    await world.settle();
    world.files.set("/p/books.yaml", "changed while nothing was watched");
    release();
    await world.settle();
    world.pass(50);
    await world.settle();
    expect(world.log).toEqual(expect.arrayContaining(["books made in 7"]));
  });

  test("of what is referred to changes what is watched", async () => {
    const world = await started();
    await changed(world, "/p/films.yaml", "films refers to /p/later.yaml");
    expect(world.watched()).toContain("/p/later.yaml");
    await changed(world, "/p/later.yaml", "here it is");
    await changed(world, "/p/films.yaml", "films");
    expect(world.watched()).not.toContain("/p/later.yaml");
    expect(world.log).toEqual(["films made in 7", "films made in 7", "films made in 7"]);
  });
});

describe("a description that is broken", () => {
  test("is told, does not keep others from being made, and is told when it is mended", async () => {
    const world = await started();
    await changed(world, "/p/films.yaml", "bad");
    await changed(world, "/p/books.yaml", "books");
    await changed(world, "/p/films.yaml", "bad still");
    await changed(world, "/p/films.yaml", "good");
    await changed(world, "/p/films.yaml", "better");
    expect(world.log).toEqual(["films broken in 7", "books made in 7", "films broken in 7", "films mended in 7", "films made in 7"]);
  });

  test("may vanish and come back, from the beginning too", async () => {
    const world = createWorld({ "/p/config": "books" });
    await world.settle();
    await changed(world, "/p/books.yaml", "books");
    await changed(world, "/p/books.yaml", undefined);
    await changed(world, "/p/books.yaml", "books");
    expect(world.log).toEqual(["books broken in 7", "watching 2", "books mended in 7", "books broken in 7", "books mended in 7"]);
  });
});

describe("the configuration", () => {
  test("is read again; only what is new or said otherwise is made", async () => {
    const world = await started();
    world.files.set("/p/songs.yaml", "songs");
    await changed(world, "/p/config", "books films songs");
    await changed(world, "/p/config", "books films:elsewhere songs");
    await changed(world, "/p/config", "songs");
    await changed(world, "/p/books.yaml", "of no use any more");
    expect(world.log).toEqual(["songs made in 7", "films made in 7"]);
    expect(world.watched()).toEqual(["/p/config", "/p/songs.yaml"]);
  });

  test("that is broken is told, and nothing is made until it is mended", async () => {
    const world = await started();
    await changed(world, "/p/config", "bad: a comma");
    await changed(world, "/p/films.yaml", "other films");
    expect(world.log).toEqual(["usage: bad: a comma"]);
    await changed(world, "/p/config", "books films");
    expect(world.log).toEqual(["usage: bad: a comma", "films made in 7"]);
  });

  test("that is broken from the beginning is wrong use", async () => {
    const world = await started({ "/p/config": "bad" });
    expect(world.ended()).toEqual({ kind: "usage", messages: ["bad"] });
    expect(world.log).toEqual([]);
  });
});

describe("what was made", () => {
  const index = "/p/out/books/src/index.ts";

  /** The quiet after a change. */
  const quiet = async (world: World): Promise<void> => {
    world.pass(300);
    await world.settle();
  };

  /** As somebody does it, who is heard only if the file is watched. */
  const touched = async (world: World, file: string, text: string | undefined): Promise<void> => {
    world.touch(file, text);
    await quiet(world);
  };

  test("is watched by its folders", async () => {
    const world = await started();
    expect(world.followed()).toEqual({
      "/p/out/books": ["package.json", "src"],
      "/p/out/books/src": ["index.ts"],
      "/p/out/films": ["package.json", "src"],
      "/p/out/films/src": ["index.ts"],
    });
  });

  test("is made again when somebody edits or deletes it, and nothing else is", async () => {
    const world = await started();
    const text = world.files.get(index);
    await touched(world, index, "edited");
    expect(world.files.get(index)).toBe(text);
    await touched(world, index, undefined);
    expect(world.files.get(index)).toBe(text);
    expect(world.log).toEqual(["books made in 7", "books made in 7"]);
  });

  test("wakes nobody where the watch wrote it, nor where it is written as it was", async () => {
    const world = await started();
    await touched(world, "/p/films.yaml", "other films");
    for (let times = 0; times < 3; times += 1) await quiet(world);
    await touched(world, index, world.files.get(index));
    expect(world.log).toEqual(["films made in 7"]);
  });

  test("is made again with what a switch to another branch gives, once", async () => {
    const world = await started();
    world.touch("/p/books.yaml", "books of another branch");
    world.touch(index, "made of a third");
    await quiet(world);
    await quiet(world);
    expect(world.files.get(index)).toBe("made of books of another branch");
    expect(world.log).toEqual(["books made in 7"]);
  });

  test("and touched during a run is seen after it", async () => {
    const world = await started();
    const release = world.hold();
    await touched(world, "/p/films.yaml", "other films");
    await touched(world, index, undefined);
    release();
    await world.settle();
    await quiet(world);
    expect(world.log).toEqual(["films made in 307", "books made in 7"]);
  });

  test("stays away while the description is broken, and comes back with it", async () => {
    const world = await started();
    await touched(world, "/p/books.yaml", "bad");
    await touched(world, index, undefined);
    expect(world.log).toEqual(["books broken in 7"]);
    await touched(world, "/p/books.yaml", "books");
    expect(world.files.get(index)).toBe("made of books");
    expect(world.log).toEqual(["books broken in 7", "books mended in 7"]);
  });

  test("and could not be written is tried again when it is touched, but not on and on", async () => {
    const world = await started();
    await touched(world, "/p/books.yaml", "unwritable");
    for (let times = 0; times < 3; times += 1) await quiet(world);
    expect(world.log).toEqual(["books unwritable in 7"]);
    await touched(world, index, undefined);
    for (let times = 0; times < 3; times += 1) await quiet(world);
    expect(world.log).toEqual(["books unwritable in 7", "books unwritable in 7"]);
  });

  test("is left to whoever changes it again each time, until that was a while ago", async () => {
    const world = await started();
    for (let times = 0; times < 7; times += 1) await touched(world, index, `formatted ${times}`);
    expect(world.log).toEqual([...Array.from({ length: 5 }, () => "books made in 7"), "books contested"]);
    expect(world.files.get(index)).toBe("formatted 6");
    world.pass(60_000);
    await touched(world, index, "formatted later");
    expect(world.files.get(index)).toBe("made of books refers to /p/part.yaml");
    expect(world.log.slice(6)).toEqual(["books made in 7"]);
  });

  test("is made again at once when the description changes, whoever else changes it", async () => {
    const world = await started();
    for (let times = 0; times < 7; times += 1) await touched(world, index, `formatted ${times}`);
    await touched(world, "/p/books.yaml", "other books");
    expect(world.files.get(index)).toBe("made of other books");
    await touched(world, index, "formatted again");
    expect(world.log.slice(6)).toEqual(["books made in 7", "books made in 7"]);
  });

  test("is watched no more where the API is none any more", async () => {
    const world = await started();
    await touched(world, "/p/config", "films");
    await touched(world, index, undefined);
    expect(world.log).toEqual([]);
    expect(Object.keys(world.followed())).toEqual(["/p/out/films", "/p/out/films/src"]);
  });
});

describe("it ends", () => {
  test("at once where nothing is under way, and hears nothing more", async () => {
    const world = await started();
    world.watch.stop();
    await world.settle();
    expect(world.ended()).toEqual({ kind: "stopped" });
    await changed(world, "/p/films.yaml", "other");
    expect(world.log).toEqual([]);
  });

  test("in the quiet before a run without that run", async () => {
    const world = await started();
    world.files.set("/p/films.yaml", "other");
    world.change();
    world.watch.stop();
    world.pass(50);
    await world.settle();
    expect(world.ended()).toEqual({ kind: "stopped" });
    expect(world.log).toEqual([]);
  });

  test("after the run under way, without a word of it", async () => {
    const world = await started();
    const release = world.hold();
    await changed(world, "/p/films.yaml", "other");
    world.watch.stop();
    await world.settle();
    expect(world.ended()).toBeUndefined();
    release();
    await world.settle();
    expect(world.ended()).toEqual({ kind: "stopped" });
    expect(world.log).toEqual([]);
  });

  test("where nothing can be watched", async () => {
    const world = await started();
    const error = new Error("ENOSPC: System limit for number of file watchers reached");
    world.fail(error);
    await world.settle();
    expect(world.ended()).toEqual({ kind: "failed", error });
  });
});
