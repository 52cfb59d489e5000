package dev.foreshock.containers.internal;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/**
 * A container that is removed when it ends, and whose standard input this process holds from before it is started. The system closes that
 * with this process, whatever ended it, and the engine passes it on: what runs in the container is to end then.
 */
final class HeldContainer extends GenericContainer<HeldContainer> {
    private static final int ATTACHING_SECONDS = 30;

    private final Silence input = new Silence();
    private final Queue<String> said = new ConcurrentLinkedQueue<>();

    /**
     * Describes one.
     *
     * @param more what else is told of it to the engine
     */
    HeldContainer(String image, Map<String, String> labels, BiConsumer<CreateContainerCmd, HostConfig> more) {
        super(DockerImageName.parse(image));
        withStartupCheckStrategy(new AtOnce());
        waitingFor(new NotAtAll());
        withCreateContainerCmdModifier(command -> {
            HostConfig host = Objects.requireNonNull(command.getHostConfig()).withAutoRemove(true);
            command.withLabels(new OwnLabels(labels))
                    .withStdinOpen(true)
                    .withStdInOnce(true)
                    .withAttachStdin(true);
            more.accept(command, host);
        });
    }

    /**
     * Labels that nobody adds to. By its own, Testcontainers would find containers and remove them as soon as this process is told to end,
     * while others, who were told as well, still end what they do to them.
     */
    private static final class OwnLabels extends HashMap<String, String> {
        private static final long serialVersionUID = 1;

        OwnLabels(Map<String, String> labels) {
            super(labels);
        }

        @Override
        public void putAll(Map<? extends String, ? extends String> more) {
            // Not these.
        }
    }

    /** Whoever needs it waits until it answers. */
    private static final class AtOnce extends StartupCheckStrategy {
        @Override
        public boolean waitUntilStartupSuccessful(DockerClient client, String containerId) {
            return true;
        }

        @Override
        public StartupStatus checkStartupState(DockerClient client, String containerId) {
            return StartupStatus.SUCCESSFUL;
        }
    }

    private static final class NotAtAll extends AbstractWaitStrategy {
        @Override
        protected void waitUntilReady() {
            // See AtOnce.
        }
    }

    /** An input that says nothing until it ends. */
    private static final class Silence extends InputStream {
        private final CountDownLatch over = new CountDownLatch(1);

        @Override
        public int read() throws IOException {
            try {
                over.await();
                return -1;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            return length == 0 ? 0 : read();
        }

        @Override
        public void close() {
            over.countDown();
        }
    }

    /** Before it is started: there is no moment at which it runs and nobody holds it. */
    @Override
    protected void containerIsCreated(String containerId) {
        try {
            boolean isHeld = getDockerClient()
                    .attachContainerCmd(containerId)
                    .withStdIn(input)
                    .withStdOut(true)
                    .withStdErr(true)
                    .withFollowStream(true)
                    .exec(new ResultCallback.Adapter<Frame>() {
                        @Override
                        public void onNext(Frame frame) {
                            said.add(new String(frame.getPayload(), StandardCharsets.UTF_8));
                        }
                    })
                    .awaitStarted(ATTACHING_SECONDS, TimeUnit.SECONDS);
            if (!isHeld) {
                throw new IllegalStateException("the engine must attach to a container, but did not");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Returns what it said. */
    String said() {
        return String.join("", said);
    }

    /** Returns its life, once it has been started. */
    ContainerLife life() {
        return new ContainerLife(getDockerClient(), getContainerId());
    }

    /** Tells whether it has been started and has not ended. */
    boolean runs() {
        return getContainerId() != null && life().isAlive();
    }

    /** Lets it go: what runs in it is told to end, and nobody waits for that. */
    void release() {
        input.close();
    }
}
