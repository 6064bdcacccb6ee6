#!/usr/bin/env python3
"""Makes an archive and a tree with several times the changes of real ones, to see how linking grows.

usage: bench/grow.py EPOCH.git TREE.git BRANCH TIMES FOLDER

Writes FOLDER/grown.mbox (mboxrd) and FOLDER/grown.git with a branch c0, c1, ... for each copy, on top of nothing.
Copy 0 is the original. In each further copy seven of ten longer lines get a mark of the copy, in mails and files
alike, so that commits and mails of one copy still fit together; the other lines grow more common, as they do when
people write more. Dates move by a week a copy, ids and titles get the mark. Python 3.11, standard library and git.
"""
import datetime
import email.utils
import os
import re
import subprocess
import sys
import zlib

WEEK = datetime.timedelta(days=7)
SHORT = 12  # bytes; shorter lines are braces and returns, which every copy has


def marked(line, mark):
    text = line.strip()
    if not mark or len(text) < SHORT or zlib.crc32(text) % 10 >= 7:
        return line
    return line.rstrip(b"\r\n") + mark + line[len(line.rstrip(b"\r\n")):]


def mails(epoch):
    ids = subprocess.run(["git", "--git-dir", epoch, "rev-list", "--reverse", "HEAD"], stdout=subprocess.PIPE,
                         check=True).stdout.split()
    cat = subprocess.Popen(["git", "--git-dir", epoch, "cat-file", "--batch"], stdin=subprocess.PIPE,
                           stdout=subprocess.PIPE)
    for one in ids:
        cat.stdin.write(one + b":m\n")
        cat.stdin.flush()
        head = cat.stdout.readline().split()
        if head[-1] != b"missing":
            yield cat.stdout.read(int(head[2]))
            cat.stdout.read(1)
    cat.stdin.close()
    cat.wait()


def moved(value, weeks):
    date = email.utils.parsedate_to_datetime(value.decode("ascii", "replace"))
    return email.utils.format_datetime(date + weeks * WEEK).encode()


def copied(mail, copy):
    if copy == 0:
        return mail
    tag = b"copy%d." % copy
    head, _, body = mail.partition(b"\n\n")
    lines = []
    for line in re.sub(rb"\r?\n[ \t]+", b" ", head).split(b"\n"):
        name = line.split(b":", 1)[0].lower()
        if name in (b"message-id", b"in-reply-to", b"references"):
            line = line.replace(b"<", b"<" + tag)
        elif name == b"subject":
            line += b" %d" % copy
        elif name == b"date":
            try:
                line = b"Date: " + moved(line[5:].strip(), copy)
            except (ValueError, TypeError, OverflowError):
                pass  # a date that is none stays what it is
        lines.append(line)
    mark = b" /* %d */" % copy
    text = b"".join(marked(line, mark) if line[:1] in (b"+", b"-", b" ") and line[:4] not in (b"--- ", b"+++ ", b"-- \n")
                    else line for line in body.splitlines(True))
    return b"\n".join(lines) + b"\n\n" + text


def write_mails(epoch, times, path):
    with open(path, "wb") as out:
        for mail in mails(epoch):
            for copy in range(times):
                text = re.sub(rb"(?m)^(>*From )", rb">\1", copied(mail, copy))
                out.write(b"From mboxrd@z Thu Jan  1 00:00:00 1970\n" + text.rstrip(b"\n") + b"\n\n")


def write_tree(tree, branch, copy, target):
    source = subprocess.Popen(["git", "--git-dir", tree, "fast-export", "--signed-tags=strip", "--reencode=no",
                               "refs/heads/" + branch], stdout=subprocess.PIPE)
    sink = subprocess.Popen(["git", "--git-dir", target, "fast-import", "--quiet", "--force",
                             "--date-format=raw-permissive"], stdin=subprocess.PIPE)
    blob = False
    for line in iter(source.stdout.readline, b""):
        if line.startswith(b"data "):
            data = source.stdout.read(int(line[5:]))
            data = grown_file(data, copy) if blob else grown_log(data, copy)
            sink.stdin.write(b"data %d\n" % len(data) + data)
            continue
        blob = line == b"blob\n" or blob and not line.startswith(b"commit ")
        if line.startswith((b"commit ", b"reset ")):
            line = line.split(b" ")[0] + b" refs/heads/c%d\n" % copy
        elif line.startswith((b"author ", b"committer ")):
            words = line.split(b" ")
            words[-2] = b"%d" % (int(words[-2]) + copy * 7 * 86400)
            line = b" ".join(words)
        sink.stdin.write(line)
    sink.stdin.close()
    if source.wait() or sink.wait():
        sys.exit("git failed on copy %d" % copy)


def grown_file(data, copy):
    if copy == 0 or b"\0" in data[:8000]:
        return data
    return b"".join(marked(line, b" /* %d */" % copy) for line in data.splitlines(True))


def grown_log(data, copy):
    if copy == 0:
        return data
    title, newline, rest = data.partition(b"\n")
    return title + b" %d" % copy + newline + rest


def main():
    epoch, tree, branch, times, folder = sys.argv[1:6]
    os.makedirs(folder, exist_ok=True)
    write_mails(epoch, int(times), os.path.join(folder, "grown.mbox"))
    target = os.path.join(folder, "grown.git")
    subprocess.run(["git", "init", "-q", "--bare", "-b", "c0", target], check=True)
    for copy in range(int(times)):
        write_tree(tree, branch, copy, target)


if len(sys.argv) != 6:
    sys.exit(__doc__)
main()
